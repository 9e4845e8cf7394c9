import type { Subject } from '../../platform/feature.ts'
import { moveEnrolments } from './move-enrolments.ts'

/** What organisations holds about one person, for audit's export, erasure and merge. */
export const subject: Subject = {
  export: (ctx, personId) =>
    ctx.tx.asSystem('access', async () => {
      const { rows } = await ctx.tx.query(
        `select e.id, s.name as service, o.name as organisation, e.state, e.started_on, e.exit_asked_by, e.exit_reason, e.ends_at,
           e.legal_basis, e.retention_class
         from enrolment e join service s on s.id = e.service_id join organisation o on o.id = s.org_id
         where e.person_id = $1 and e.state <> 'invited' order by e.created_at`,
        [personId],
      )
      return { enrolments: rows }
    }),

  /** Leaves of each enrolment the stub that says which service, under which contract, when; an invitation goes. */
  async erase(ctx, personId) {
    await ctx.tx.asSystem('erasure', async () => {
      await ctx.tx.query(`delete from enrolment where person_id = $1 and state = 'invited'`, [personId])
      await ctx.tx.query(
        `update enrolment set state = 'archived', lead_worker_id = null, exit_reason = null, exit_asked_by = null, assisted_by = null,
           version = version + 1
         where person_id = $1`,
        [personId],
      )
    })
  },

  merge: (ctx, from, into) => moveEnrolments(ctx, { fromPersonId: from, intoPersonId: into }),
}
