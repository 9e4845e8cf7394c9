import type { Job } from '../../platform/feature.ts'

const DAY_MS = 24 * 3_600_000
/** `retention_class` technical: delivery traces and spent tokens (domain.md 17). */
const KEPT_DAYS = 90
const ATTEMPTS_KEPT_DAYS = 1
const BATCH = 1_000

const scope = { kind: 'system', system: 'erasure', requestId: 'job-session.prune' } as const

const stale: readonly [table: string, condition: string, days: number][] = [
  ['session', 'coalesce(ended_at, ends_at) < $1', KEPT_DAYS],
  ['one_time_code', 'asked_at < $1', KEPT_DAYS],
  ['sign_up', 'created_at < $1', KEPT_DAYS],
  ['mail', 'created_at < $1 and (sent_at is not null or dead_at is not null)', KEPT_DAYS],
  ['attempt', 'at < $1', ATTEMPTS_KEPT_DAYS],
]

/** Deletes technical rows past their time, in small batches. */
export const prune: Job = {
  name: 'session.prune',
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
