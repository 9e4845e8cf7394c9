import { changeSafeContact, getSafeContact } from '@weft/contract/people/operations.ts'
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
  await ctx.tx.query(
    `update person set version = version + 1, safe_contact =
       (select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(safe_contact) where key in ('numbers', 'emailIsShared')) || $2::jsonb
     where id = $1`,
    [myself(ctx), JSON.stringify(rules)],
  )
  return rules
})

function settable({ numbers: _numbers, emailIsShared: _emailIsShared, ...rules }: SafeContact): SafeContactRules {
  const { doNotText, doNotPost, ...rest } = rules
  return { ...rest, ...(doNotText && { doNotText: true }), ...(doNotPost && { doNotPost: true }) }
}
