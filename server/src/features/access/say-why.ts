import { sayWhy } from '@weft/contract/access/operations.ts'
import { ProblemError } from '@weft/contract/problem.ts'
import { type Ctx, handle } from '../../platform/feature.ts'
import type { AccountScope } from '../../platform/scope.ts'

/** As long as an emergency opens somebody's record (domain.md 3.7): a working day, and never the next one. */
const HOLDS_MS = 8 * 3_600_000

/** Kept for good, as the log of who looked is. Saying it again, or with another reason, is another row; the newest counts. */
export const say = handle(sayWhy, async (ctx: Ctx<AccountScope>, input) => {
  const { personId } = await ctx.require<{ personId: string }>('reading.sayWhy', input)
  const { reasonId, serviceId, reason, text = null } = input
  const { accountId } = ctx.scope
  const kept = await ctx.tx.asSystem('access', async () => {
    await ctx.tx.query(
      `insert into reading_reason (id, person_id, service_id, account_id, reason, text, said_at, until)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (id) do nothing`,
      [reasonId, personId, serviceId, accountId, reason, text, ctx.now, new Date(ctx.now.getTime() + HOLDS_MS)],
    )
    const { rows } = await ctx.tx.query('select * from reading_reason where id = $1', [reasonId])
    return rows[0]
  })
  const isSame =
    kept.account_id === accountId &&
    kept.person_id === personId &&
    kept.service_id === serviceId &&
    kept.reason === reason &&
    kept.text === text
  if (!isSame) throw new ProblemError('same-id-other-words')
  return { until: kept.until.toISOString() }
})
