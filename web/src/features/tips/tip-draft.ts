import { uuidv7 } from '@weft/channels/client'
import type { InputOf } from '@weft/contract/operation.ts'
import { codePoints } from '@weft/contract/scalars.ts'
import type { draftContent } from '@weft/contract/tips/desk.ts'
import { isSafeAddress } from '@weft/contract/tips/safe-address.ts'
import {
  BODY_MAX,
  type DeskContent,
  LINE_MAX,
  REVIEW_MONTHS,
  SUMMARY_MAX,
  TITLE_MAX,
} from '@weft/contract/tips/shapes.ts'

type Words = Omit<InputOf<typeof draftContent>, 'contentId'>

/** What stands in the form. */
export interface TipDraft extends Omit<Words, 'sources' | 'consentRef'> {
  /** Follows the title until it is changed by hand. */
  isSlugOwn: boolean
  sources: { key: string; title: string; url: string }[]
  consentRef: string
}

export type TipMistake =
  | 'title'
  | 'slug'
  | 'slugTaken'
  | 'summary'
  | 'body'
  | 'sources'
  | 'authorLine'
  | 'consentRef'
  | 'reviewBy'
  | 'editor'

/** The last day that may be chosen for the next look. */
export function lastReviewDay(now: Date): string {
  const last = new Date(now)
  last.setUTCMonth(last.getUTCMonth() + REVIEW_MONTHS)
  return last.toISOString().slice(0, 10)
}

export const newDraft = (now: Date): TipDraft => ({
  kind: 'tip',
  slug: '',
  isSlugOwn: false,
  title: '',
  summary: '',
  body: '',
  fiveWays: [],
  topics: [],
  ageBand: 'everyone',
  language: 'en',
  sources: [],
  authorLine: '',
  consentRef: '',
  reviewBy: lastReviewDay(now),
})

/** The words of a version, the newest unless told. */
export function draftOf(content: DeskContent, version = content.version): TipDraft {
  const said = content.versions.find((one) => one.version === version) ?? content.versions[0]
  if (!said) throw new Error('Content without a version')
  const { title, summary, body, fiveWays, topics, ageBand, language, authorLine, reviewBy } = said
  return {
    kind: content.kind,
    slug: content.slug,
    isSlugOwn: true,
    ...{ title, summary, body, fiveWays, topics, ageBand, language, authorLine, reviewBy },
    sources: said.sources.map(({ title: name, url = '' }) => ({ key: uuidv7(), title: name, url })),
    consentRef: said.consentRef ?? '',
  }
}

/** “Awake at three” → `awake-at-three`. */
export const slugOf = (title: string): string =>
  title
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\u0300-\u036f'’‘]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, TITLE_MAX)
    .replace(/^-|-$/g, '')

/** As it is sent; blank sources are left out. */
export function wordsOf(draft: TipDraft): Words {
  const { isSlugOwn: _, sources, consentRef, ...words } = draft
  return {
    ...words,
    title: draft.title.trim(),
    summary: draft.summary.trim(),
    authorLine: draft.authorLine.trim(),
    sources: sources.flatMap(({ title, url }) =>
      title.trim() || url.trim() ? [{ title: title.trim(), ...(url.trim() && { url: url.trim() }) }] : [],
    ),
    ...(draft.kind === 'story' && consentRef.trim() && { consentRef: consentRef.trim() }),
  }
}

export function mistakesIn(draft: TipDraft, now: Date): TipMistake[] {
  const words = wordsOf(draft)
  const fits = (text: string, max: number) => text.trim() !== '' && codePoints(text) <= max
  const today = now.toISOString().slice(0, 10)
  const holds: [TipMistake, boolean][] = [
    ['title', fits(words.title, TITLE_MAX)],
    ['slug', /^[a-z0-9]+(-[a-z0-9]+)*$/.test(words.slug) && words.slug.length <= TITLE_MAX],
    ['summary', fits(words.summary, SUMMARY_MAX)],
    ['body', fits(words.body, BODY_MAX)],
    ['sources', words.sources.every(({ title, url }) => fits(title, LINE_MAX) && (!url || isSafeAddress(url)))],
    ['authorLine', fits(words.authorLine, LINE_MAX)],
    ['reviewBy', words.reviewBy >= today && words.reviewBy <= lastReviewDay(now)],
  ]
  return holds.flatMap(([mistake, isRight]) => (isRight ? [] : [mistake]))
}

/** What the server would not have, as the mistake that it is. */
export function mistakesFrom(fields: readonly { path: string; message: string }[]): TipMistake[] {
  const known: TipMistake[] = ['title', 'summary', 'body', 'authorLine', 'consentRef', 'reviewBy', 'editor']
  const found = fields.flatMap(({ path, message }): TipMistake[] => {
    const [name = ''] = path.split('.')
    if (name === 'slug') return [message === 'taken' ? 'slugTaken' : 'slug']
    if (name === 'sources') return ['sources']
    return known.filter((one) => one === name)
  })
  return [...new Set(found)]
}
