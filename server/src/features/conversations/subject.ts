import type { Subject } from '../../platform/feature.ts'
import { loadHeads } from './load-heads.ts'
import { type MessageRow, toMessage } from './message-row.ts'
import { movePerson } from './move-person.ts'

/** What conversations hold about one person, for audit's export, erasure and merge. */
export const subject: Subject = {
  /** The person's own conversations as they see them. Carers' threads and the team's notes are not theirs to take away unreviewed. */
  export: (ctx, personId) =>
    ctx.tx.asSystem('access', async () => {
      const { rows: own } = await ctx.tx.query(
        `select id from conversation where person_id = $1 and kind = 'person_team' order by created_at, id`,
        [personId],
      )
      const ids = own.map((row) => row.id as string)
      const heads = await loadHeads(ctx, ids)
      const { rows } = await ctx.tx.query('select * from message where conversation_id = any ($1) order by number', [
        ids,
      ])
      const messages = Map.groupBy((rows as MessageRow[]).map(toMessage), (message) => message.conversationId)
      return {
        conversations: ids.map((id) => ({ head: heads.get(id)?.head, messages: messages.get(id) ?? [] })),
      }
    }),

  /** Retention's last step: nothing readable stays here; the log of events forgets by `subject_id`. */
  erase: (ctx, personId) =>
    ctx.tx.asSystem('erasure', async () => {
      for (const table of ['risk_flag', 'message_hidden', 'withdrawn_text', 'conversation_read', 'conversation_member'])
        await ctx.tx.query(`delete from ${table} where person_id = $1`, [personId])
      const theirs = 'conversation_id in (select id from conversation where person_id = $1)'
      await ctx.tx.query(`delete from message where ${theirs}`, [personId])
      await ctx.tx.query('delete from conversation where person_id = $1 and note_of is not null', [personId])
      await ctx.tx.query('delete from conversation where person_id = $1', [personId])
    }),

  merge: (ctx, fromPersonId, intoPersonId) => movePerson(ctx, { fromPersonId, intoPersonId }),
}
