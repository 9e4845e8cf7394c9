import type { Subject } from '../../platform/feature.ts'
import { endShares } from './end-shares.ts'
import { moveShares } from './move-shares.ts'

/** What sharing holds about one person, for audit's export, erasure and merge. */
export const subject: Subject = {
  export: (ctx, personId) =>
    ctx.tx.asSystem('access', async () => {
      const { rows: sharing } = await ctx.tx.query(
        `select s.plain_name as service, g.scope, g.granted_by, g.from_at, g.started_at, g.to_at, g.state
         from share_grant g join service s on s.id = g.service_id where g.person_id = $1 order by g.started_at, g.id`,
        [personId],
      )
      const { rows: askedToShare } = await ctx.tx.query(
        `select s.plain_name as service, a.scope, a.by_name, a.by_role, a.state, a.created_at, a.answered_at
         from share_ask a join service s on s.id = a.service_id where a.person_id = $1 order by a.created_at, a.id`,
        [personId],
      )
      return { sharing, askedToShare }
    }),

  /** Nothing is shared any more. That it was, with whom and when, is kept as long as the log of who looked (domain.md 17). */
  async erase(ctx, personId) {
    await endShares(ctx, { personId }, 'revoked')
    await ctx.tx.asSystem('erasure', async () => {
      await ctx.tx.query(`update share_grant set evidence = '[]' where person_id = $1`, [personId])
      await ctx.tx.query('delete from share_ask where person_id = $1', [personId])
    })
  },

  merge: (ctx, from, into) => moveShares(ctx, { fromPersonId: from, intoPersonId: into }),
}
