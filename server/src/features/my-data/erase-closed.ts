import type { Ctx, Feature, Job } from '../../platform/feature.ts'
import { errorFields } from '../../platform/log.ts'
import { forgetTopics } from '../../platform/rewrite-events.ts'
import { isFrozen } from './frozen.ts'

const BATCH = 20
const scope = { kind: 'system', system: 'jobs', requestId: 'job-account.erase' } as const

/**
 * The 14 days are over: everything personal goes, in one transaction for each person. What a service holds stays, as it told them. Where
 * somebody's record is frozen (domain.md 3.5) the erasure waits for as long as that holds.
 */
export const eraseClosed = (features: () => readonly Feature[]): Job => ({
  name: 'account.erase',
  everySeconds: 60,
  async run({ db, act, now, log }) {
    const { rows } = await db.as(scope, (tx) =>
      tx.query(
        `select id from account_closing where kept_at is null and erased_at is null and erase_at <= $1 order by erase_at limit $2`,
        [now(), BATCH],
      ),
    )
    for (const { id } of rows) {
      await act('jobs', (ctx) => eraseOne(ctx, id, features())).catch((error: unknown) =>
        log.error(
          { job: 'account.erase', error: errorFields(error) },
          'A closed account could not be erased; it will be tried again',
        ),
      )
    }
  },
})

async function eraseOne(ctx: Ctx, id: string, features: readonly Feature[]): Promise<void> {
  const { rows } = await ctx.tx.query(
    `select person_id from account_closing where id = $1 and kept_at is null and erased_at is null and erase_at <= $2
     for update skip locked`,
    [id, ctx.now],
  )
  const personId: string | undefined = rows[0]?.person_id
  if (!personId || (await isFrozen(ctx, personId))) return
  // Nouns first: what they still look up by the account is gone with people's part.
  for (const { subject } of [...features].reverse()) await subject?.forget?.(ctx, personId)
  const { rows: records } = await ctx.tx.query('select id from person where id = $1 or merged_into = $1', [personId])
  await forgetTopics(
    ctx.tx,
    records.map((row) => `own:${row.id}`),
  )
  await ctx.tx.query('update account_closing set erased_at = $2 where id = $1', [id, ctx.now])
}
