import type { WeftFile } from '@weft/contract/my-data/file.ts'
import { ownChannel } from '@weft/contract/own/channel.ts'
import { type Choices, changeChoices, changedChoices } from '@weft/contract/own/choices.ts'
import { type Ctx, type Portable, publication } from '../../platform/feature.ts'
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
  await store(ctx, personId, choices)
  await publishOwn(ctx, personId, 'choices.changed', choices)
})

/** What somebody wants help with. When they were through the start is this account's own. */
export const portable: Portable<Pick<WeftFile, 'helpWith'>> = {
  async take(ctx, personId) {
    const { helpWith } = await loadChoices(ctx, personId)
    return helpWith ? { helpWith } : {}
  },
  /** Who has chosen here already keeps that. */
  async bring(ctx, personId, { helpWith }) {
    if (!helpWith) return { added: 0, known: 0, news: [] }
    const before = await loadChoices(ctx, personId)
    if (before.helpWith) return { added: 0, known: 1, news: [] }
    const choices = changedChoices(before, { helpWith }, ctx.now.toISOString())
    await store(ctx, personId, choices)
    const news = [publication(ownChannel, { personId }, 'choices.changed', choices, { subjectId: personId })]
    return { added: 1, known: 0, news }
  },
}

async function store(ctx: Ctx, personId: string, choices: Choices): Promise<void> {
  await ctx.tx.query(
    `insert into own_choices (person_id, help_with, started_at, changed_at) values ($1, $2, $3, $4)
     on conflict (person_id) do update set help_with = excluded.help_with, started_at = excluded.started_at, changed_at = excluded.changed_at`,
    [personId, choices.helpWith ?? null, choices.startedAt ?? null, ctx.now],
  )
}
