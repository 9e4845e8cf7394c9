import { ProblemError } from '@weft/contract/problem.ts'
import { isCharacters } from '@weft/contract/scalars.ts'
import { getTip, listTips, rateTip } from '@weft/contract/tips/operations.ts'
import { handle } from '../../platform/feature.ts'
import { type CardRow, dayOf, searchIn, toCard } from './content-rows.ts'

const live = `content c join content_version v on v.content_id = c.id and v.version = c.published_version and c.retired_at is null`

/** Public: asked with nobody's identity in mind, and answered the same to all. */
export const list = handle(listTips, async (ctx, { words = '', way, topic, kind, language }) => {
  if (!isCharacters(words)) return { tips: [] }
  const config = language ? searchIn(language) : 'english'
  const { rows } = await ctx.tx.query(
    `select c.id, c.kind, c.slug, v.* from ${live}, websearch_to_tsquery($1::regconfig, $2) as asked
     where v.review_by >= $3 and ($2 = '' or v.search @@ asked or v.search @@ websearch_to_tsquery('simple', $2))
       and ($4::text is null or $4 = any (v.five_ways)) and ($5::text is null or $5 = any (v.topics))
       and ($6::text is null or c.kind = $6) and ($7::text is null or v.language = $7)
     order by case when $2 = '' then 0 else ts_rank(v.search, asked) end desc, c.published_at desc, c.id desc limit 500`,
    [config, words.trim(), dayOf(ctx.now), way ?? null, topic ?? null, kind ?? null, language ?? null],
  )
  return { tips: (rows as CardRow[]).map(toCard) }
})

export const get = handle(getTip, async (ctx, { slug }) => {
  const { rows } = await ctx.tx.query(
    `select c.id, c.kind, c.slug, c.published_at, v.* from ${live} where c.slug = $1`,
    [slug],
  )
  const row = rows[0] as (CardRow & { published_at: Date }) | undefined
  if (!row) throw new ProblemError('not-found', {}, 'no_tip')
  return {
    ...toCard(row),
    body: row.body,
    sources: row.sources,
    authorLine: row.author_line,
    reviewedOn: dayOf(row.published_at),
    isReviewLate: row.review_by < dayOf(ctx.now),
  }
})

export const rate = handle(rateTip, async (ctx, { slug, isHelpful }) => {
  const { rows } = await ctx.tx.query(`select c.id from ${live} where c.slug = $1`, [slug])
  if (!rows[0]) throw new ProblemError('not-found', {}, 'no_tip')
  const column = isHelpful ? 'helped' : 'not_helped'
  await ctx.tx.asSystem('access', () =>
    ctx.tx.query(
      `insert into content_rating (content_id, ${column}) values ($1, 1)
       on conflict (content_id) do update set ${column} = content_rating.${column} + 1`,
      [rows[0].id],
    ),
  )
  return {}
})
