import type { Subject } from '../../platform/feature.ts'
import { unlinkCarer } from './commands.ts'
import { refreshGrants } from './grants.ts'
import { moveLimits } from './move-limits.ts'

/** What access holds about one person, for audit's export, erasure and merge. */
export const subject: Subject = {
  /** Carers and objections are the person's to have; restrictions name others and go through the officer's review instead. */
  export: (ctx, personId) =>
    ctx.tx.asSystem('access', async () => {
      const { rows: carers } = await ctx.tx.query(
        `select l.relationship, l.basis, l.scopes, l.state, l.created_at, l.review_by from carer_link l
         where l.person_id = $1 and l.told_person order by l.created_at`,
        [personId],
      )
      const { rows: objections } = await ctx.tx.query(
        `select s.name as service, m.state, m.created_at from mask m left join service s on s.id = m.service_id
         where m.person_id = $1 order by m.created_at`,
        [personId],
      )
      const { rows: readAfterTheEnd } = await ctx.tx.query(
        `select s.name as service, w.reason, w.text, w.said_at from reading_reason w join service s on s.id = w.service_id
         where w.person_id = $1 order by w.said_at`,
        [personId],
      )
      return { carers, objections, readAfterTheEnd }
    }),

  /**
   * Ends every link and limit and leaves nothing readable of them; nobody holds a right over the person afterwards. Why somebody read them
   * after the end is kept as long as the log that says they did.
   */
  async erase(ctx, personId) {
    await ctx.tx.asSystem('erasure', async () => {
      await ctx.tx.query(
        `update carer_link set relationship = '', evidence = '[]', scopes = '{}', version = version + 1,
           state = case when state = 'declined' then state else 'expired' end
         where person_id = $1`,
        [personId],
      )
      await ctx.tx.query(
        `update restriction set reason = '', state = 'ended', version = version + 1 where person_id = $1`,
        [personId],
      )
      await ctx.tx.query(`update mask set state = 'ended', version = version + 1 where person_id = $1`, [personId])
    })
    await refreshGrants(ctx, { personId })
  },

  /** Whom they cared for is told by the thread; what was shared with them ended when they began to close their account. */
  async forget(ctx, personId) {
    const { rows } = await ctx.tx.asSystem('access', () =>
      ctx.tx.query(
        `select l.id from carer_link l join account a on a.id = l.carer_account_id
         where a.person_id = $1 and l.state in ('active', 'suspended') order by l.id`,
        [personId],
      ),
    )
    for (const { id } of rows) await unlinkCarer(ctx, id)
  },

  merge: (ctx, from, into) => moveLimits(ctx, { fromPersonId: from, intoPersonId: into }),
}
