import type { Ctx } from '../../platform/feature.ts'
import { DELIVER_NOTICES } from './names.ts'

/** Somebody who has the thread open has read it by then, and is not told. */
const SETTLE_MS = 5_000
const BATCH_SECONDS = 60

/**
 * New messages came: a notice for each person or carer of these conversations who has something unread. Worked out from the rows as they
 * stand, so that it does not matter how often or how late it is told. One notice for each place up to which somebody has read, whatever
 * comes after it, and none within a minute of the last: three messages in a minute make one, and then there is nothing more until they
 * read. One that was dropped meanwhile (read, withdrawn, switched off) comes again. Staff are reached by duty, not by this.
 */
export async function planMessages(ctx: Ctx, { conversationIds }: { conversationIds: string[] }): Promise<void> {
  const { rowCount } = await ctx.tx.query(
    `with wanted as (
       select c.person_id, c.id as conversation_id, m.account_id, m.hat, last.sent_at,
         concat_ws(':', 'message', c.id, m.account_id, m.hat, 'after', coalesce(r.read_through, 0), 'push') as effect_key
       from conversation c
       join conversation_member m on m.conversation_id = c.id and m.last_number is null and not m.is_team
       left join conversation_read r on r.account_id = m.account_id and r.hat = m.hat and r.conversation_id = c.id
       left join notice_settings s on s.account_id = m.account_id
       cross join lateral (
         select max(o.sent_at) as sent_at from notice o where o.account_id = m.account_id and o.thing_id = c.id and o.hat = m.hat
       ) last
       where c.id = any ($1) and not coalesce('message:push' = any (s.off), false)
         and exists (select from message x where x.conversation_id = c.id and x.number > coalesce(r.read_through, 0)
           and x.author_id <> m.account_id and x.withdrawn_at is null)
     )
     insert into notice as n (person_id, account_id, hat, kind, thing_id, effect_key, at, due_at)
     select w.person_id, w.account_id, w.hat, 'message', w.conversation_id, w.effect_key, $2,
       greatest($3, w.sent_at + make_interval(secs => $4))
     from wanted w
     -- Most are told already: nothing is written for them, nor for whoever has no device that takes notices.
     where not exists (select from notice o where o.effect_key = w.effect_key and (o.state <> 'dropped' or (o.why = 'nowhere'
       and not exists (select from push_subscription d where d.account_id = w.account_id))))
     on conflict (effect_key) do update set state = 'waiting', why = null, at = excluded.at, due_at = excluded.due_at, attempts = 0,
       lease_until = null, reached = '{}'
     where n.state = 'dropped'`,
    [conversationIds, ctx.now, new Date(ctx.now.getTime() + SETTLE_MS), BATCH_SECONDS],
  )
  if (rowCount) ctx.wake(DELIVER_NOTICES)
}
