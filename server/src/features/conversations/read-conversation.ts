import { myConversationsChannel } from '@weft/contract/conversations/channel.ts'
import { readConversation } from '@weft/contract/conversations/operations.ts'
import type { Hat } from '@weft/contract/people/shapes.ts'
import { type Ctx, handle, publication } from '../../platform/feature.ts'
import { Refused } from '../../platform/runner.ts'
import type { Standing } from './policy.ts'
import { lockThreads } from './threads.ts'

/**
 * Moves the reader's own mark, forward only; `markUnread` moves it back on purpose, so far that something is unread if anything can be.
 * Publishes `conversation.read` on their own list, and `seen.moved` to everybody when they are the first of the team to get so far, or the
 * person or carer and have not switched that off. Whoever reads without belonging moves nothing.
 */
export const read = handle(
  readConversation,
  async (ctx, input) => {
    const standing = await ctx.require<Standing>('conversation.read', input)
    const { scope } = ctx
    if (scope.kind !== 'account' || !standing.member) return { readThrough: 0, unread: 0 }
    const { conversationId } = standing
    const conversation = await findMarks(ctx, conversationId)
    const through = Math.min(input.through, conversation.last_number)
    const reader = { accountId: scope.accountId, hat: scope.hat }

    const side = standing.member.isTeam ? 'team' : 'other'
    const seenThrough = side === 'team' ? conversation.team_seen_through : conversation.other_seen_through
    const movesSeen =
      !input.markUnread &&
      standing.kind !== 'team_note' &&
      through > seenThrough &&
      (side === 'team' || (await givesReceipts(ctx, scope.accountId)))
    // The thread's topic is locked before the reader's own, as everywhere.
    const threads = await lockThreads(ctx, movesSeen ? [conversationId] : [])
    if (movesSeen && (await moveSeen(ctx, conversationId, side, through))) {
      const at = ctx.now.toISOString()
      threads.add({ id: conversationId, person_id: standing.personId }, 'seen.moved', { by: side, through, at })
    }
    const mark = await moveMark(ctx, standing, reader, through, input.markUnread === true)
    const unread = await countUnread(ctx, conversationId, reader.accountId, mark.readThrough)
    if (mark.moved) {
      const data = { conversationId, readThrough: mark.readThrough, unread }
      threads.addOther(
        publication(myConversationsChannel, reader, 'conversation.read', data, { subjectId: standing.personId }),
      )
    }
    await threads.publish()
    return { readThrough: mark.readThrough, unread }
  },
  { action: 'read' },
)

async function findMarks(ctx: Ctx, conversationId: string) {
  const row = await ctx.tx.db
    .selectFrom('conversation')
    .select(['last_number', 'team_seen_through', 'other_seen_through'])
    .where('id', '=', conversationId)
    .executeTakeFirst()
  if (!row) throw new Refused('no_relation')
  return row
}

/** “Let my team know I have opened messages”: on unless switched off. */
async function givesReceipts(ctx: Ctx, accountId: string): Promise<boolean> {
  const row = await ctx.tx.db.selectFrom('account').select('settings').where('id', '=', accountId).executeTakeFirst()
  return row?.settings.seenReceipts !== false
}

async function moveSeen(ctx: Ctx, conversationId: string, side: 'team' | 'other', through: number): Promise<boolean> {
  const { rowCount } = await ctx.tx.query(
    `update conversation set ${side}_seen_through = $2, ${side}_seen_at = $3 where id = $1 and ${side}_seen_through < $2`,
    [conversationId, through, ctx.now],
  )
  return rowCount === 1
}

async function moveMark(
  ctx: Ctx,
  { conversationId, personId }: Standing,
  { accountId, hat }: { accountId: string; hat: Hat },
  through: number,
  isBack: boolean,
): Promise<{ readThrough: number; moved: boolean }> {
  const values = [accountId, hat, conversationId, through]
  const { rows } = isBack
    ? await ctx.tx.query(
        `update conversation_read r set read_through = back.through
         from (select least($4::bigint, (select max(number) - 1 from message
           where conversation_id = $3 and author_id <> $1 and withdrawn_at is null)) as through) back
         where r.account_id = $1 and r.hat = $2 and r.conversation_id = $3 and r.read_through > back.through
         returning r.read_through`,
        values,
      )
    : await ctx.tx.query(
        `insert into conversation_read as r (account_id, hat, conversation_id, person_id, read_through)
         select $1, $2, $3, $5, $4 where $4::bigint > 0
         on conflict (account_id, hat, conversation_id) do update set read_through = excluded.read_through
         where excluded.read_through > r.read_through returning read_through`,
        [...values, personId],
      )
  if (rows.length > 0) return { readThrough: rows[0].read_through, moved: true }
  const known = await ctx.tx.db
    .selectFrom('conversation_read')
    .select('read_through')
    .where('account_id', '=', accountId)
    .where('hat', '=', hat)
    .where('conversation_id', '=', conversationId)
    .executeTakeFirst()
  return { readThrough: known?.read_through ?? 0, moved: false }
}

/** The rule of `countsAsUnread`, from the index alone. */
export async function countUnread(
  ctx: Ctx,
  conversationId: string,
  accountId: string,
  readThrough: number,
): Promise<number> {
  const { rows } = await ctx.tx.query(
    `select count(*) as n from message
     where conversation_id = $1 and number > $3 and author_id <> $2 and withdrawn_at is null`,
    [conversationId, accountId, readThrough],
    'unread-count',
  )
  return rows[0].n
}
