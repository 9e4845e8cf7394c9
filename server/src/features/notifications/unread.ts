import { getUnread } from '@weft/contract/notifications/operations.ts'
import { handle } from '../../platform/feature.ts'
import type { Mine } from './settings.ts'

export const unread = handle(getUnread, async (ctx: Mine) => ({ unread: await countUnread(ctx) }))

/** The sum of what the rows of Messages say under this hat, by the rule of `countsAsUnread`; what every badge shows. */
export async function countUnread(ctx: Mine): Promise<number> {
  const { accountId, hat } = ctx.scope
  const { rows } = await ctx.tx.query(
    `select coalesce(sum(unread.n), 0)::int as unread
     from conversation_member m
     join conversation c on c.id = m.conversation_id and c.kind <> 'team_note'
     left join conversation_read r on r.account_id = m.account_id and r.hat = $2 and r.conversation_id = m.conversation_id
     cross join lateral (
       select count(*) as n from message x where x.conversation_id = m.conversation_id and x.number > coalesce(r.read_through, 0)
         and x.author_id <> m.account_id and x.withdrawn_at is null
     ) unread
     where m.account_id = $1 and m.last_number is null and is_worn(m.is_team, m.hat, $2)`,
    [accountId, hat],
  )
  return rows[0].unread
}
