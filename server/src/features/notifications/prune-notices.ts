import type { Job } from '../../platform/feature.ts'

const DAY_MS = 86_400_000
const BATCH = 1_000
const scope = { kind: 'system', system: 'erasure', requestId: 'job-notice.prune' } as const

/** Traces of delivery are technical and stay for 90 days; a reminder that was stopped can be had back for 14 (domain.md 17). */
const stale: readonly [table: string, condition: string, days: number][] = [
  ['notice', 'at < $1', 90],
  ['reminder', 'stopped_at < $1', 14],
]

export const pruneNotices: Job = {
  name: 'notice.prune',
  everySeconds: 3_600,
  async run({ db, now }) {
    for (const [table, condition, days] of stale) {
      const before = new Date(now().getTime() - days * DAY_MS)
      for (let deleted = BATCH; deleted === BATCH; ) {
        deleted = await db.as(scope, async (tx) => {
          const { rowCount } = await tx.query(
            `delete from ${table} where id in (select id from ${table} where ${condition} limit ${BATCH})`,
            [before],
          )
          return rowCount ?? 0
        })
      }
    }
  },
}
