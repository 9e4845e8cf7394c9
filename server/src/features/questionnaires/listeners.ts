import { type Ctx, type Listener, listen } from '../../platform/feature.ts'
import type {} from '../organisations/facts.ts'
import { publishOwn } from '../own/own-change.ts'
import { tellTeam } from './tell-team.ts'

export const listeners: Listener[] = [
  /** What was not answered is not asked any more; what was sent stays with the person and the team. */
  listen('enrolment.ended', 'within', async (ctx, { personId, serviceId }) => {
    const { rows } = await ctx.tx.asSystem('access', () =>
      ctx.tx.query(
        `update question_assignment a set withdrawn_at = $3
         where a.person_id = $1 and a.service_id = $2 and a.withdrawn_at is null and not exists (
           select from question_response r where r.assignment_id = a.id and r.submitted_at is not null)
         returning a.id`,
        [personId, serviceId, ctx.now],
      ),
    )
    for (const { id } of rows) await publishOwn(ctx, personId, 'questions.withdrawn', { assignmentId: id })
    if (rows.length > 0) await tellTeam(ctx, personId, serviceId)
  }),
  listen('person.linked', 'within', (ctx, { fromPersonId, intoPersonId }) => move(ctx, fromPersonId, intoPersonId)),
]

export function move(ctx: Ctx, from: string, into: string): Promise<void> {
  return ctx.tx.asSystem('access', async () => {
    for (const table of ['question_assignment', 'question_response'])
      await ctx.tx.query(`update ${table} set person_id = $2 where person_id = $1`, [from, into])
  })
}
