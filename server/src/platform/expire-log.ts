import type { Job } from './feature.ts'
import { channelLog } from './sockets.ts'

/** How long a cursor can be caught up from the log; an older one gets a snapshot. */
const KEPT_DAYS = 14
const scope = { kind: 'system', system: 'channels', requestId: 'job-channels.expire' } as const

/**
 * Empties whole old days of the topics' log, and with them what people wrote there. It waits for nobody: behind its lock everybody
 * would wait, and the next hour will do.
 */
export const expireLog: Job = {
  name: 'channels.expire',
  everySeconds: 3_600,
  async run({ db }) {
    await db.as(scope, (tx) => channelLog.dropOlderThan({ query: (sql, values) => tx.query(sql, values) }, KEPT_DAYS), {
      lockTimeoutMs: 200,
    })
  },
}
