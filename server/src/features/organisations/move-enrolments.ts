import { type Ctx, listen } from '../../platform/feature.ts'

/** What was made for one record is about the other from now on. */
export async function moveEnrolments(
  ctx: Ctx,
  { fromPersonId, intoPersonId }: { fromPersonId: string; intoPersonId: string },
) {
  await ctx.tx.asSystem('access', () =>
    ctx.tx.query(
      `update enrolment set person_id = $2, moved_from = coalesce(moved_from, person_id), version = version + 1 where person_id = $1`,
      [fromPersonId, intoPersonId],
    ),
  )
}

export const listeners = [listen('person.linked', 'within', moveEnrolments)]
