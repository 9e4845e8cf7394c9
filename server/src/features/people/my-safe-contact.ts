import { isDeepStrictEqual } from 'node:util'
import { changeSafeContact, getSafeContact, listSafeContactChanges } from '@weft/contract/people/operations.ts'
import type { SafeContactRules } from '@weft/contract/people/shapes.ts'
import type { Ctx } from '../../platform/feature.ts'
import { handle } from '../../platform/feature.ts'
import { Refused } from '../../platform/runner.ts'
import type { AccountScope } from '../../platform/scope.ts'
import type { SafeContact } from './tables.ts'

type Mine = Ctx<AccountScope>

/** Never under a carer's or a staff hat: whoever shares the home must not learn when it is safe to call. */
function myself({ scope }: Mine): string {
  if (scope.hat !== 'patient' || !scope.personId) throw new Refused('no_relation')
  return scope.personId
}

export const get = handle(getSafeContact, async (ctx: Mine) => {
  const { safe_contact } = await ctx.tx.db
    .selectFrom('person')
    .select('safe_contact')
    .where('id', '=', myself(ctx))
    .executeTakeFirstOrThrow()
  return settable(safe_contact)
})

/** Keeps what is not the person's to set here: safe numbers are checked by their team, and the mailbox was told at sign-up. */
export const change = handle(changeSafeContact, async (ctx: Mine, rules) => {
  await leaveATrace(ctx, rules)
  await ctx.tx.query(
    `update person set version = version + 1, safe_contact =
       (select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(safe_contact) where key in ('numbers', 'emailIsShared')) || $2::jsonb
     where id = $1`,
    [myself(ctx), JSON.stringify(rules)],
  )
  return rules
})

/** Newest first. Whoever holds the unlocked phone may change the rules, and cannot do so unseen. */
export const history = handle(listSafeContactChanges, async (ctx: Mine) => {
  const { rows } = await ctx.tx.query(
    'select at, device from safe_contact_change where person_id = $1 order by at desc, id desc limit 50',
    [myself(ctx)],
  )
  return { changes: rows.map((row) => ({ at: row.at.toISOString(), device: row.device })) }
})

/** Saving what is there already is no change. */
async function leaveATrace(ctx: Mine, rules: SafeContactRules): Promise<void> {
  const personId = myself(ctx)
  const { rows } = await ctx.tx.query('select safe_contact from person where id = $1 for update', [personId])
  if (isDeepStrictEqual(settable(rows[0].safe_contact), settable(rules))) return
  await ctx.tx.query(
    `insert into safe_contact_change (person_id, device, at) values ($1, (select label from session where id = $2), $3)`,
    [personId, ctx.scope.sessionId, ctx.now],
  )
}

function settable({ numbers: _numbers, emailIsShared: _emailIsShared, ...rules }: SafeContact): SafeContactRules {
  const { doNotText, doNotPost, ...rest } = rules
  return { ...rest, ...(doNotText && { doNotText: true }), ...(doNotPost && { doNotPost: true }) }
}
