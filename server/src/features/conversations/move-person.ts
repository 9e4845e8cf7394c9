import type { Ctx } from '../../platform/feature.ts'
import { alignMembers } from './align-members.ts'
import { loadHeads } from './load-heads.ts'
import { lockThreads } from './threads.ts'

/**
 * A record has become one with the person who signed up: its conversations are theirs from now on, and they join them. Publishes
 * `head.changed` in each, and what membership makes of it.
 */
export async function movePerson(
  ctx: Ctx,
  { fromPersonId, intoPersonId }: { fromPersonId: string; intoPersonId: string },
): Promise<void> {
  await ctx.tx.asSystem('access', async () => {
    const { rows } = await ctx.tx.query('select id from conversation where person_id = $1', [fromPersonId])
    const ids = rows.map((row) => row.id as string)
    if (ids.length === 0) return
    const threads = await lockThreads(ctx, ids)
    const move = (update: string) =>
      ctx.tx.query(`${update} person_id = $2 where person_id = $1`, [fromPersonId, intoPersonId])
    await move('update conversation set')
    await move('update conversation_member set')
    await ctx.tx.query('update message set person_id = $2 where conversation_id = any ($1)', [ids, intoPersonId])
    await move('update conversation_read set')
    await move('update message_hidden set')
    await move('update risk_flag set')
    await ctx.tx.asSystem('audit', () => move('update withdrawn_text set'))
    for (const { head } of (await loadHeads(ctx, ids)).values()) {
      threads.add({ id: head.conversationId, person_id: head.personId }, 'head.changed', head)
    }
    await alignMembers(ctx, { conversationIds: ids }, { threads })
    await threads.publish()
  })
}
