import { chooseTopics, saveTip, unsaveTip } from '@weft/contract/tips/operations.ts'
import { inOrder } from '@weft/contract/tips/own.ts'
import type { OwnTips } from '@weft/contract/tips/shapes.ts'
import type { Ctx } from '../../platform/feature.ts'
import { handleOwn, publishOwn } from '../own/own-change.ts'

export async function loadTips(ctx: Ctx, personId: string): Promise<OwnTips> {
  const { rows } = await ctx.tx.query(
    `select content_id as "contentId", saved_at from tip_bookmark where person_id = $1 order by saved_at desc, content_id desc`,
    [personId],
  )
  const { rows: chosen } = await ctx.tx.query('select topics from tip_topics where person_id = $1', [personId])
  return {
    saved: rows.map(({ contentId, saved_at }) => ({ contentId, savedAt: saved_at.toISOString() })),
    topics: chosen[0]?.topics ?? [],
  }
}

/** A tip that was taken down meanwhile is not saved, and nobody is told off for it: it is not there for anybody. */
export const save = handleOwn(saveTip, async (ctx, { contentId }, personId) => {
  const { rowCount } = await ctx.tx.query(
    `insert into tip_bookmark (person_id, content_id, saved_at)
     select $1, id, $3 from content where id = $2 and published_version is not null and retired_at is null
     on conflict (person_id, content_id) do nothing`,
    [personId, contentId, ctx.now],
  )
  if (rowCount === 1) await publishOwn(ctx, personId, 'tip.saved', { contentId, savedAt: ctx.now.toISOString() })
})

export const unsave = handleOwn(unsaveTip, async (ctx, { contentId }, personId) => {
  const { rowCount } = await ctx.tx.asSystem('erasure', () =>
    ctx.tx.query('delete from tip_bookmark where person_id = $1 and content_id = $2', [personId, contentId]),
  )
  if (rowCount === 1) await publishOwn(ctx, personId, 'tip.unsaved', { contentId })
})

export const choose = handleOwn(chooseTopics, async (ctx, input, personId) => {
  const topics = inOrder(input.topics)
  await ctx.tx.query(
    `insert into tip_topics (person_id, topics, changed_at) values ($1, $2, $3)
     on conflict (person_id) do update set topics = excluded.topics, changed_at = excluded.changed_at`,
    [personId, topics, ctx.now],
  )
  await publishOwn(ctx, personId, 'tip.topicsChosen', { topics })
})
