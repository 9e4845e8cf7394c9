import { closeAccount, getMyAccount, keepAccount } from '@weft/contract/my-data/operations.ts'
import type { MyAccount } from '@weft/contract/my-data/shapes.ts'
import { type Ctx, handle } from '../../platform/feature.ts'
import { newId } from '../../platform/ids.ts'
import { Refused } from '../../platform/runner.ts'
import type { AccountScope } from '../../platform/scope.ts'
import { keptUntilYear } from '../organisations/kept-until.ts'
import { erasedAt, startClosing, stopClosing } from '../people/close-account.ts'
import { requireRecent } from '../people/prove-again.ts'
import { tellByLetter } from '../people/tell-by-letter.ts'

type Mine = Ctx<AccountScope>

/** Never at work: nothing there tells that somebody uses Weft for themselves, nor ends it. */
function myself({ scope }: Mine): string {
  if (scope.app !== 'people' || !scope.personId) throw new Refused('no_relation')
  return scope.personId
}

export const get = handle(getMyAccount, (ctx: Mine) => describe(ctx, myself(ctx)))

/**
 * At once: nothing is shared, carers see nothing, other devices are signed out, the person is in no conversation, and files of theirs are gone.
 * They are told by letter, in the words that say nothing: whoever has their phone should not do this unseen.
 */
export const close = handle(closeAccount, async (ctx: Mine) => {
  const personId = myself(ctx)
  await requireRecent(ctx)
  const askedAt = await startClosing(ctx)
  const closingId = newId(ctx.now)
  const { rowCount } = await ctx.tx.query(
    `insert into account_closing (id, person_id, account_id, asked_at, erase_at) values ($1, $2, $3, $4, $5)
     on conflict (account_id) where kept_at is null and erased_at is null do nothing`,
    [closingId, personId, ctx.scope.accountId, askedAt, erasedAt(askedAt)],
  )
  if (rowCount === 1) {
    await ctx.tx.asSystem('erasure', () => ctx.tx.query('delete from my_export where person_id = $1', [personId]))
    await tellByLetter(ctx, `closing ${closingId}`)
  }
  return describe(ctx, personId)
})

/** Within the 14 days. Repeating is safe. */
export const keep = handle(keepAccount, async (ctx: Mine) => {
  myself(ctx)
  await requireRecent(ctx)
  const { rows } = await ctx.tx.query(
    `update account_closing set kept_at = $2 where account_id = $1 and kept_at is null and erased_at is null and erase_at > $2 returning id`,
    [ctx.scope.accountId, ctx.now],
  )
  if (rows[0] && (await stopClosing(ctx))) await tellByLetter(ctx, `kept ${rows[0].id}`)
  return {}
})

async function describe(ctx: Mine, personId: string): Promise<MyAccount> {
  const { rows: closings } = await ctx.tx.query(
    'select asked_at, erase_at from account_closing where account_id = $1 and kept_at is null and erased_at is null',
    [ctx.scope.accountId],
  )
  const [closing] = closings
  return {
    keepers: await keepersOf(ctx, personId),
    ...(closing && { closing: { askedAt: closing.asked_at.toISOString(), erasedAt: closing.erase_at.toISOString() } }),
  }
}

/** Services somebody is or was with; none for somebody not known to any (domain.md 14). */
async function keepersOf(ctx: Ctx, personId: string): Promise<MyAccount['keepers']> {
  const { rows } = await ctx.tx.asSystem('access', () =>
    ctx.tx.query(
      `select distinct on (s.plain_name, o.name, s.id) s.plain_name as service, o.name as organisation, e.retention_class, e.ends_at, e.state,
         p.born_on
       from enrolment e join service s on s.id = e.service_id join organisation o on o.id = s.org_id join person p on p.id = e.person_id
       where e.person_id = $1 and e.state in ('active', 'ending', 'ended') and p.identity_level <> 'L0'
       order by s.plain_name, o.name, s.id, e.ends_at desc nulls first`,
      [personId],
    ),
  )
  return rows.map(({ service, organisation, retention_class, ends_at, state, born_on }) => {
    const ends: Date = state === 'active' || !ends_at ? ctx.now : ends_at
    return {
      service,
      organisation,
      untilYear: keptUntilYear(retention_class, ends.toISOString().slice(0, 10), born_on),
    }
  })
}
