import { type Ctx, type Listener, listen } from '../../platform/feature.ts'
import type {} from '../access/facts.ts'
import type {} from '../organisations/facts.ts'
import { publishOwn } from '../own/own-change.ts'
import { toEntry } from './entry-rows.ts'
import { subject } from './subject.ts'

/** An entry is open to others exactly as long as somebody is left that it is shared with. */
async function setVisibility(ctx: Ctx, personId: string, entryId: string, isShared: boolean): Promise<void> {
  const { rows } = await ctx.tx.asSystem('access', () =>
    ctx.tx.query(
      `update diary_entry set visibility = $3, changed_at = $4 where id = $1 and person_id = $2 and visibility <> $3 returning *`,
      [entryId, personId, isShared ? 'shared' : 'private', ctx.now],
    ),
  )
  if (rows[0]) await publishOwn(ctx, personId, 'diary.written', toEntry(rows[0]))
}

export const listeners: Listener[] = [
  listen('share.changed', 'within', async (ctx, { personId, scope, isShared }) => {
    const [kind, entryId] = scope.split(':')
    if (kind === 'diary' && entryId) await setVisibility(ctx, personId, entryId, isShared)
  }),
  listen('person.linked', 'within', (ctx, { fromPersonId, intoPersonId }) =>
    subject.merge(ctx, fromPersonId, intoPersonId),
  ),
]
