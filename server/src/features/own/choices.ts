import { type Choices, changeChoices, changedChoices } from '@weft/contract/own/choices.ts'
import type { Ctx } from '../../platform/feature.ts'
import { handleOwn, publishOwn } from './own-change.ts'
import type { OwnChoicesTable } from './tables.ts'

export async function loadChoices(ctx: Ctx, personId: string): Promise<Choices> {
  const { rows } = await ctx.tx.query('select help_with, started_at from own_choices where person_id = $1', [personId])
  const row: Pick<OwnChoicesTable, 'help_with' | 'started_at'> | undefined = rows[0]
  return {
    ...(row?.help_with && { helpWith: row.help_with }),
    ...(row?.started_at && { startedAt: row.started_at.toISOString() }),
  }
}

export const change = handleOwn(changeChoices, async (ctx, input, personId) => {
  const choices = changedChoices(await loadChoices(ctx, personId), input, ctx.now.toISOString())
  await ctx.tx.query(
    `insert into own_choices (person_id, help_with, started_at, changed_at) values ($1, $2, $3, $4)
     on conflict (person_id) do update set help_with = excluded.help_with, started_at = excluded.started_at, changed_at = excluded.changed_at`,
    [personId, choices.helpWith ?? null, choices.startedAt ?? null, ctx.now],
  )
  await publishOwn(ctx, personId, 'choices.changed', choices)
})
