import { ProblemError } from '@weft/contract/problem.ts'
import { draftContent, editContent, publishContent, retireContent, reviewContent } from '@weft/contract/tips/desk.ts'
import { REVIEW_MONTHS } from '@weft/contract/tips/shapes.ts'
import { type Ctx, handle } from '../../platform/feature.ts'
import type { AccountScope } from '../../platform/scope.ts'
import { dayOf, keepVersion, type Said, saidIn, toSaid } from './content-rows.ts'
import type { ContentTable } from './tables.ts'

type EditorCtx = Ctx<AccountScope>

export const draft = handle(draftContent, async (ctx: EditorCtx, input) => {
  await ctx.require('content.edit', {})
  const { contentId, kind, slug } = input
  const said = saidIn(input)
  needReviewDay(ctx, said)
  await needFreeSlug(ctx, contentId, slug)
  const { rowCount } = await ctx.tx.query(
    `insert into content (id, kind, slug, created_at, created_by, changed_at) values ($1, $2, $3, $4, $5, $4) on conflict (id) do nothing`,
    [contentId, kind, slug, ctx.now, ctx.scope.accountId],
  )
  if (rowCount === 1) {
    await keepVersion(ctx, contentId, 1, said)
    return {}
  }
  const { rows } = await ctx.tx.query('select kind, slug, created_by from content where id = $1', [contentId])
  if (rows[0]?.created_by !== ctx.scope.accountId) throw new ProblemError('id-taken')
  const isTheSame = rows[0].kind === kind && same(await wordsOf(ctx, contentId, 1), said)
  if (!isTheSame) throw new ProblemError('same-id-other-words')
  return {}
})

/** Doing it again with the same words does nothing more, whatever version it began from. */
export const edit = handle(editContent, async (ctx: EditorCtx, input) => {
  const content = await ctx.require<ContentTable>('content.edit', input)
  const said = saidIn(input)
  if (content.state === 'retired') throw new ProblemError('wrong-state')
  const before = await wordsOf(ctx, content.id, content.version)
  if (content.slug === input.slug && same(before, said)) return {}
  if (content.version !== input.baseVersion) throw new ProblemError('conflict')
  needReviewDay(ctx, said)
  if (content.slug !== input.slug) {
    if (content.published_at) refuse('slug', 'was published')
    await needFreeSlug(ctx, content.id, input.slug)
  }
  const version = content.version + 1
  await keepVersion(ctx, content.id, version, said)
  await ctx.tx.query(`update content set slug = $2, version = $3, state = 'draft', changed_at = $4 where id = $1`, [
    content.id,
    input.slug,
    version,
    ctx.now,
  ])
  return {}
})

export const review = handle(reviewContent, async (ctx: EditorCtx, input) => {
  const content = await ctx.require<ContentTable>('content.edit', input)
  needVersion(content, input.baseVersion)
  if (content.state === 'in_review') return {}
  if (content.state !== 'draft') throw new ProblemError('wrong-state')
  await ctx.tx.query(`update content set state = 'in_review', changed_at = $2 where id = $1`, [content.id, ctx.now])
  return {}
})

export const publish = handle(publishContent, async (ctx: EditorCtx, input) => {
  const content = await ctx.require<ContentTable>('content.edit', input)
  needVersion(content, input.baseVersion)
  if (content.state === 'published') return {}
  if (content.state !== 'in_review') throw new ProblemError('wrong-state')
  const said = await wordsOf(ctx, content.id, content.version)
  needReviewDay(ctx, said)
  if (content.kind === 'story') {
    if (!said.consentRef) refuse('consentRef', 'needed')
    if (await wroteSome(ctx, content)) refuse('editor', 'somebody else')
  }
  await ctx.tx.query(
    `update content set state = 'published', published_version = version, published_at = $2, changed_at = $2 where id = $1`,
    [content.id, ctx.now],
  )
  return {}
})

export const retire = handle(retireContent, async (ctx: EditorCtx, input) => {
  const content = await ctx.require<ContentTable>('content.edit', input)
  if (content.state === 'retired') return {}
  needVersion(content, input.baseVersion)
  await ctx.tx.query(`update content set state = 'retired', retired_at = $2, changed_at = $2 where id = $1`, [
    content.id,
    ctx.now,
  ])
  return {}
})

/** Whether the asker wrote any of the words that people cannot read yet. */
export async function wroteSome(ctx: EditorCtx, content: ContentTable): Promise<boolean> {
  const { rowCount } = await ctx.tx.query(
    'select from content_version where content_id = $1 and version > $2 and written_by = $3 limit 1',
    [content.id, content.published_version ?? 0, ctx.scope.accountId],
  )
  return rowCount === 1
}

async function wordsOf(ctx: EditorCtx, contentId: string, version: number): Promise<Said> {
  const { rows } = await ctx.tx.query('select * from content_version where content_id = $1 and version = $2', [
    contentId,
    version,
  ])
  return toSaid(rows[0])
}

const same = (one: Said, other: Said) => JSON.stringify(one) === JSON.stringify(other)

function refuse(path: string, message: string): never {
  throw new ProblemError('not-acceptable', { fields: [{ path, message }] })
}

function needVersion(content: ContentTable, baseVersion: number): void {
  if (content.version !== baseVersion) throw new ProblemError('conflict')
}

/** From today on, and at most twelve months ahead (domain.md 12). */
function needReviewDay(ctx: EditorCtx, { reviewBy }: Said): void {
  const last = new Date(ctx.now)
  last.setUTCMonth(last.getUTCMonth() + REVIEW_MONTHS)
  if (reviewBy < dayOf(ctx.now)) refuse('reviewBy', 'has passed')
  if (reviewBy > dayOf(last)) refuse('reviewBy', `more than ${REVIEW_MONTHS} months ahead`)
}

async function needFreeSlug(ctx: EditorCtx, contentId: string, slug: string): Promise<void> {
  const { rowCount } = await ctx.tx.query('select from content where slug = $1 and id <> $2', [slug, contentId])
  if (rowCount) refuse('slug', 'taken')
}
