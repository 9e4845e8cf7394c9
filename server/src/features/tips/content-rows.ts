import { localDate } from '@weft/contract/conversations/zone-time.ts'
import { PERSON_ZONE } from '@weft/contract/scalars.ts'
import { minutesToRead } from '@weft/contract/tips/markdown.ts'
import type { ContentLanguage, ContentVersion, Source, TipCard } from '@weft/contract/tips/shapes.ts'
import type { Ctx } from '../../platform/feature.ts'
import type { AccountScope } from '../../platform/scope.ts'
import type { ContentTable, ContentVersionTable } from './tables.ts'

/** The words of one version, as an editor sends them. */
export type Said = Omit<ContentVersion, 'version' | 'writtenBy' | 'writtenAt'>

/** Postgres knows how English words are bent; of other languages it takes the words as they stand. */
export const searchIn = (language: ContentLanguage): string => (language === 'en' ? 'english' : 'simple')

/** The day by which reviews are counted: everybody's own, in the product's one zone. */
export const dayOf = (at: Date): string => localDate(at.getTime(), PERSON_ZONE)

export async function keepVersion(
  ctx: Ctx<AccountScope>,
  contentId: string,
  version: number,
  said: Said,
): Promise<void> {
  await ctx.tx.query(
    `insert into content_version (content_id, version, title, summary, body, minutes, five_ways, topics, age_band, language, sources,
       author_line, consent_ref, review_by, written_by, written_at, search)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16,
       setweight(to_tsvector($17::regconfig, $3), 'A') || setweight(to_tsvector($17::regconfig, $4 || ' ' || $18), 'B')
       || setweight(to_tsvector($17::regconfig, $5), 'C'))`,
    [
      contentId,
      version,
      said.title,
      said.summary,
      said.body,
      minutesToRead(said.body),
      said.fiveWays,
      said.topics,
      said.ageBand,
      said.language,
      JSON.stringify(said.sources),
      said.authorLine,
      said.consentRef ?? null,
      said.reviewBy,
      ctx.scope.accountId,
      ctx.now,
      searchIn(said.language),
      said.topics.join(' ').replaceAll('_', ' '),
    ],
  )
}

/** Postgres keeps the parts of a thing in an order of its own. */
const toSource = ({ title, url }: Source): Source => ({ title, ...(url && { url }) })

/** What an editor sent, without the rest of their act. */
export const saidIn = (given: Said): Said => ({
  title: given.title,
  summary: given.summary,
  body: given.body,
  fiveWays: given.fiveWays,
  topics: given.topics,
  ageBand: given.ageBand,
  language: given.language,
  sources: given.sources.map(toSource),
  authorLine: given.authorLine,
  ...(given.consentRef && { consentRef: given.consentRef }),
  reviewBy: given.reviewBy,
})

export const toSaid = (row: ContentVersionTable): Said => ({
  title: row.title,
  summary: row.summary,
  body: row.body,
  fiveWays: row.five_ways,
  topics: row.topics,
  ageBand: row.age_band,
  language: row.language,
  sources: row.sources.map(toSource),
  authorLine: row.author_line,
  ...(row.consent_ref && { consentRef: row.consent_ref }),
  reviewBy: row.review_by,
})

export type CardRow = Pick<ContentTable, 'id' | 'kind' | 'slug' | 'published_version'> & ContentVersionTable

export const toCard = (row: CardRow): TipCard => ({
  contentId: row.id,
  kind: row.kind,
  slug: row.slug,
  title: row.title,
  summary: row.summary,
  fiveWays: row.five_ways,
  topics: row.topics,
  ageBand: row.age_band,
  language: row.language,
  minutes: row.minutes,
  version: row.version,
})
