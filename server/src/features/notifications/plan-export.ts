import type { Ctx } from '../../platform/feature.ts'
import { DELIVER_NOTICES } from './names.ts'

/** A file that somebody asked for can be opened: told once, in the words that every notice has, unless they have opened it already. */
export async function planExport(ctx: Ctx, { exportId }: { exportId: string }): Promise<void> {
  await ctx.tx.query(
    `insert into notice (person_id, account_id, hat, kind, thing_id, effect_key, at, due_at)
     select x.person_id, x.account_id, 'patient', 'export', x.id, concat_ws(':', 'export', x.id, 'push'), x.ready_at, x.ready_at
     from my_export x join account a on a.id = x.account_id and a.state = 'active'
     where x.id = $1 and x.ready_at is not null on conflict (effect_key) do nothing`,
    [exportId],
  )
  ctx.wake(DELIVER_NOTICES)
}
