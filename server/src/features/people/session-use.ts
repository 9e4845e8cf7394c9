import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/db.ts'
import { errorFields, type Log } from '../../platform/log.ts'

const EVERY_MS = 60_000

/**
 * Notes that a session is in use by what its person does over a socket, as `createAuthenticate` does for requests: at most once a minute,
 * and never waited for.
 */
export function createSessionUse(db: Db, clock: Clock, log: Log): (sessionId: string) => void {
  let noted = new Set<string>()
  let turnedAt = 0
  return (sessionId) => {
    const now = clock.now().getTime()
    if (now - turnedAt >= EVERY_MS) {
      noted = new Set()
      turnedAt = now
    }
    if (noted.has(sessionId)) return
    noted.add(sessionId)
    db.as({ kind: 'system', system: 'identity', requestId: 'session-use' }, (tx) =>
      tx.query('update session set last_used_at = $2 where id = $1 and ended_at is null and last_used_at < $2', [
        sessionId,
        new Date(now),
      ]),
    ).catch((error) => log.debug({ error: errorFields(error) }, 'The use of a session was not noted'))
  }
}
