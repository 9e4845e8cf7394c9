import type { Ctx } from '../../platform/feature.ts'

/** A condition over the id of a person: their record is frozen (domain.md 3.5), so nothing is erased and nothing of a service goes out. */
export const isFrozenSql = (personId: string) =>
  `exists (select from restriction r where r.person_id = ${personId} and r.kind = 'freeze' and r.state = 'live')`

export async function isFrozen(ctx: Ctx, personId: string): Promise<boolean> {
  const { rows } = await ctx.tx.asSystem('access', () =>
    ctx.tx.query(`select ${isFrozenSql('$1')} as is_frozen`, [personId]),
  )
  return rows[0].is_frozen
}
