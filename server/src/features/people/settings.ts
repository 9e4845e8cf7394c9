import { changeSettings, getSettings } from '@weft/contract/people/operations.ts'
import type { AccountSettings } from '@weft/contract/people/shapes.ts'
import { sql } from 'kysely'
import type { Ctx } from '../../platform/feature.ts'
import { handle } from '../../platform/feature.ts'
import type { AccountScope } from '../../platform/scope.ts'

/** Whoever never chose has these: the careful ones. */
export const usualSettings: AccountSettings = {
  theme: 'device',
  textSize: 'usual',
  messagePreviews: false,
  seenReceipts: true,
  enterToSend: false,
  leaveQuickly: false,
  language: 'en',
}

type Mine = Ctx<AccountScope>

export const get = handle(getSettings, async (ctx: Mine) => {
  const row = await ctx.tx.db
    .selectFrom('account')
    .select('settings')
    .where('id', '=', ctx.scope.accountId)
    .executeTakeFirstOrThrow()
  return { ...usualSettings, ...row.settings }
})

/** Field by field: two devices that change different settings at once both have their way. */
export const change = handle(changeSettings, async (ctx: Mine, changes) => {
  const row = await ctx.tx.db
    .updateTable('account')
    .set({ settings: sql`settings || ${JSON.stringify(changes)}::jsonb` as never })
    .where('id', '=', ctx.scope.accountId)
    .returning('settings')
    .executeTakeFirstOrThrow()
  return { ...usualSettings, ...row.settings }
})
