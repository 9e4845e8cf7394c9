import { getContent, listContent } from '@weft/contract/tips/desk.ts'
import type { ContentVersion, DeskRow } from '@weft/contract/tips/shapes.ts'
import { type Ctx, handle } from '../../platform/feature.ts'
import type { AccountScope } from '../../platform/scope.ts'
import { wroteSome } from './commands.ts'
import { dayOf, toSaid } from './content-rows.ts'
import type { ContentTable, ContentVersionTable } from './tables.ts'

const VERSIONS_SHOWN = 50

type Listed = ContentTable &
  Pick<ContentVersionTable, 'title' | 'language'> & { live_until: string | null; newest_by: string }

/** `live_until` is the review day of what people read now; a newer draft's own day does not bring it back to the lists. */
const rowsFrom = `select c.*, v.title, v.language, v.review_by as newest_by, p.review_by as live_until from content c
  join content_version v on v.content_id = c.id and v.version = c.version
  left join content_version p on p.content_id = c.id and p.version = c.published_version and c.retired_at is null`

const isDue = (row: Listed, today: string) => row.live_until !== null && row.live_until < today

const toRow = (row: Listed, today: string): DeskRow => ({
  contentId: row.id,
  kind: row.kind,
  slug: row.slug,
  title: row.title,
  language: row.language,
  state: row.state,
  isLive: row.live_until !== null,
  isReviewDue: isDue(row, today),
  reviewBy: row.live_until ?? row.newest_by,
  changedAt: row.changed_at.toISOString(),
  version: row.version,
})

export const list = handle(listContent, async (ctx, { state }) => {
  await ctx.require('content.edit', {})
  const today = dayOf(ctx.now)
  const { rows } = await ctx.tx.query(
    `${rowsFrom} where $1::text is null or c.state = $1
     order by coalesce(p.review_by < $2, false) desc, c.state = 'retired', c.changed_at desc, c.id desc limit 1000`,
    [state ?? null, today],
  )
  return { rows: (rows as Listed[]).map((row) => toRow(row, today)) }
})

export const get = handle(getContent, async (ctx: Ctx<AccountScope>, input) => {
  const content = await ctx.require<ContentTable>('content.edit', input)
  const { rows } = await ctx.tx.query(`${rowsFrom} where c.id = $1`, [content.id])
  const { rows: versions } = await ctx.tx.query(
    `select v.*, a.display_name as name from content_version v left join staff s on s.account_id = v.written_by
     left join account a on a.id = s.account_id where v.content_id = $1 order by v.version desc limit $2`,
    [content.id, VERSIONS_SHOWN],
  )
  const { rows: counts } = await ctx.tx.query('select helped, not_helped from content_rating where content_id = $1', [
    content.id,
  ])
  return {
    ...toRow(rows[0], dayOf(ctx.now)),
    versions: versions.map(
      (row): ContentVersion => ({
        version: row.version,
        ...toSaid(row),
        writtenBy: row.name ?? '',
        writtenAt: row.written_at.toISOString(),
      }),
    ),
    ...(content.published_version && { publishedVersion: content.published_version }),
    mayPublish: content.state === 'in_review' && !(content.kind === 'story' && (await wroteSome(ctx, content))),
    helped: counts[0]?.helped ?? 0,
    notHelped: counts[0]?.not_helped ?? 0,
  }
})
