import { randomUUID } from 'node:crypto'
import type { World } from './world.ts'

interface Wanted {
  slug?: string
  title?: string
  body?: string
  kind?: 'tip' | 'story'
  language?: 'en' | 'cy' | 'fa'
  reviewBy?: string
  fiveWays?: string[]
  ageBand?: 'under_18' | 'adults' | 'over_65'
  draft?: true
  retired?: true
}

/** A tip that stands there already, published unless told otherwise. Answers its id. */
export async function addTip(world: World, wanted: Wanted = {}): Promise<string> {
  const id = randomUUID()
  const state = wanted.retired ? 'retired' : wanted.draft ? 'draft' : 'published'
  const now = world.clock.now()
  await world.sql(
    `insert into content (id, kind, slug, state, published_version, published_at, retired_at, created_at, created_by, changed_at)
     values ($1, $2, $3, $4, case when $4 <> 'draft' then 1 end, case when $4 <> 'draft' then $5::timestamptz end,
       case when $4 = 'retired' then $5::timestamptz end, $5, $6, $5)`,
    [id, wanted.kind ?? 'tip', wanted.slug ?? `tip-${id}`, state, now, world.cast.people.helen.accountId],
  )
  const title = wanted.title ?? 'A tip'
  await world.sql(
    `insert into content_version (content_id, version, title, summary, body, minutes, five_ways, topics, age_band, language,
       author_line, review_by, written_by, written_at, search)
     values ($1, 1, $2, 'One sentence.', $3, 2, $4, '{sleep}', $9, $5, 'The editors', $6, $7, $8, to_tsvector('english', $2))`,
    [
      id,
      title,
      wanted.body ?? 'Words.',
      wanted.fiveWays ?? ['connect'],
      wanted.language ?? 'en',
      wanted.reviewBy ?? '2026-12-01',
      world.cast.people.helen.accountId,
      now,
      wanted.ageBand ?? 'everyone',
    ],
  )
  return id
}
