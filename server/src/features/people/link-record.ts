import type { Ctx } from '../../platform/feature.ts'

/**
 * The record that a service held becomes one with the person who signed up: `from` points to `into` from now on, and what `into` had
 * not said yet is taken over. Nothing of `from` is changed, so that they can be separated again. Its rows are moved by those who own
 * them, on `person.linked`.
 */
export async function linkRecord(ctx: Ctx, { from, into }: { from: string; into: string }): Promise<void> {
  await ctx.tx.asSystem('identity', async () => {
    await ctx.tx.query('update person set merged_into = $2, version = version + 1 where id = $1 or merged_into = $1', [
      from,
      into,
    ])
    await ctx.tx.query(
      `update person p set
         given_name = coalesce(nullif(p.given_name, ''), r.given_name),
         family_name = coalesce(nullif(p.family_name, ''), r.family_name),
         previous_surname = coalesce(p.previous_surname, r.previous_surname),
         pronouns = coalesce(p.pronouns, r.pronouns),
         born_on = coalesce(r.born_on, p.born_on),
         nhs_number = coalesce(p.nhs_number, r.nhs_number),
         address = coalesce(p.address, r.address),
         postcode = coalesce(p.postcode, r.postcode),
         phones = case when p.phones = '[]' then r.phones else p.phones end,
         household_id = coalesce(p.household_id, r.household_id),
         communication_needs = r.communication_needs || (p.communication_needs - 'interpreter'),
         equality = r.equality || p.equality,
         safe_contact = r.safe_contact || p.safe_contact,
         version = p.version + 1
       from person r where p.id = $2 and r.id = $1`,
      [from, into],
    )
  })
}

/** Never lowers. Repeating is safe: the day they were first known at that level stays. */
export async function raiseIdentityLevel(ctx: Ctx, personId: string, level: 'L1' | 'L2'): Promise<void> {
  await ctx.tx.asSystem('identity', () =>
    ctx.tx.query(
      `update person set identity_level = $2, identity_level_at = $3, version = version + 1
       where id = $1 and identity_level < $2`,
      [personId, level, ctx.now],
    ),
  )
}
