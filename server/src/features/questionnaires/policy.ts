import type { Ctx, Guard } from '../../platform/feature.ts'
import { Refused } from '../../platform/runner.ts'
import { requireAccess } from '../access/require-access.ts'
import { readerOf } from './reader.ts'
import type { QuestionAssignmentTable } from './tables.ts'

export type Assignment = QuestionAssignmentTable

export const itemOf = (id: string) => ({ recordClass: 'service', kind: 'questionnaire', id }) as const

/** The team that the person is with; also of sets that are not there yet. */
const team =
  (action: 'read' | 'write'): Guard =>
  async (ctx, { personId, serviceId, assignmentId }) => {
    const [person, service] = [String(personId), String(serviceId)]
    if (ctx.scope.kind !== 'account' || ctx.scope.app !== 'staff') throw new Refused('no_relation')
    const item = itemOf(String(assignmentId ?? person))
    const access = await requireAccess(ctx, { personId: person, serviceId: service, item, action })
    return { thing: { personId: access.personId }, disclosure: access.disclosure, until: access.until }
  }

/**
 * Item by item for whoever is named to read them (`readerOf`), and nobody else: not the rest of the team, not a coordinator (domain.md 3.3 rule 9). Only
 * once they were sent: nobody watches them being given.
 */
const answers: Guard = async (ctx, { assignmentId }) => {
  const assignment = await findAssignment(ctx, String(assignmentId))
  if (!assignment || ctx.scope.kind !== 'account' || ctx.scope.app !== 'staff') throw new Refused('no_relation')
  const { person_id: personId, service_id: serviceId, id } = assignment
  const access = await requireAccess(ctx, { personId, serviceId, item: itemOf(id), action: 'read' })
  const { rows } = await ctx.tx.query(
    `select ${readerOf} as reader from question_assignment a join question_response r on r.assignment_id = a.id
     where a.id = $1 and r.submitted_at is not null`,
    [id],
  )
  if (!rows[0] || rows[0].reader !== ctx.scope.staffId) throw new Refused('no_relation', access.disclosure)
  return { thing: assignment, disclosure: access.disclosure, until: access.until }
}

export const permissions = {
  'questions.ask': team('write'),
  'questions.read': team('read'),
  'questions.answers': answers,
} satisfies Record<string, Guard>

/** Under row-level security: one that the asker may not see at all is not there. */
export async function findAssignment(
  ctx: Ctx,
  assignmentId: string,
  lock: '' | 'for update' = '',
): Promise<Assignment | undefined> {
  const { rows } = await ctx.tx.query(`select * from question_assignment where id = $1 ${lock}`, [assignmentId])
  return rows[0]
}
