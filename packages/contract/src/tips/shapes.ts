import * as z from 'zod/mini'
import { Id, Instant, LocalDate, text } from '../scalars.ts'
import { isSafeAddress } from './safe-address.ts'

export const TITLE_MAX = 80
export const SUMMARY_MAX = 200
export const BODY_MAX = 20_000
export const LINE_MAX = 120
/** What is published is looked at again within so long. */
export const REVIEW_MONTHS = 12
export const KEPT_YEARS = 2

export const kinds = ['tip', 'story'] as const
/** The five ways to wellbeing (New Economics Foundation, 2008). */
export const fiveWays = ['connect', 'be_active', 'take_notice', 'keep_learning', 'give'] as const
export const topics = [
  'sleep',
  'mood',
  'worry',
  'loneliness',
  'grief',
  'body',
  'drink_and_smoking',
  'money',
  'home',
  'work',
  'family',
  'caring',
] as const
export const ageBands = ['everyone', 'under_18', 'adults', 'over_65'] as const
export const contentLanguages = ['en', 'cy', 'fa'] as const
export const contentStates = ['draft', 'in_review', 'published', 'retired'] as const

export const Kind = z.enum(kinds)
export const FiveWay = z.enum(fiveWays)
export type FiveWay = z.infer<typeof FiveWay>
export const Topic = z.enum(topics)
export type Topic = z.infer<typeof Topic>
export const ContentLanguage = z.enum(contentLanguages)
export type ContentLanguage = z.infer<typeof ContentLanguage>
export const ContentState = z.enum(contentStates)
export type ContentState = z.infer<typeof ContentState>

/** Where a tip stands on the web: `/tips/{slug}`. It never changes once people may have kept the address. */
export const Slug = z.string().check(z.maxLength(TITLE_MAX), z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/))

export const Source = z.strictObject({
  title: text(LINE_MAX),
  url: z.optional(z.string().check(z.maxLength(300), z.refine(isSafeAddress, { error: 'not a web address' }))),
})
export type Source = z.infer<typeof Source>

/** Each once, in the order of `all`. */
/* @__NO_SIDE_EFFECTS__ */
function some<const Name extends string>(all: readonly Name[]) {
  return z.pipe(
    z.array(z.enum(all)).check(z.maxLength(all.length)),
    z.transform((given) => all.filter((one) => given.includes(one as never))),
  )
}

/** Everything that an editor writes of a tip or a story; each change of it is a version. */
export const words = {
  title: text(TITLE_MAX),
  /** One sentence, for its card. */
  summary: text(SUMMARY_MAX),
  /** Limited markdown (markdown.ts). */
  body: text(BODY_MAX),
  fiveWays: some(fiveWays),
  topics: some(topics),
  ageBand: z.enum(ageBands),
  language: ContentLanguage,
  sources: z.array(Source).check(z.maxLength(10)),
  /** “The Weft editors”, or as whom a story's teller wishes to be known. */
  authorLine: text(LINE_MAX),
  /** Where the consent of a story's teller is filed. A reference, never a name; a story is not published without one. */
  consentRef: z.optional(text(LINE_MAX)),
  /** After this day it is hidden from lists until an editor has looked at it again. */
  reviewBy: LocalDate,
}

const Written = z.object({
  title: z.string(),
  summary: z.string(),
  fiveWays: z.array(FiveWay),
  topics: z.array(Topic),
  ageBand: z.enum(ageBands),
  language: ContentLanguage,
})

/** One sentence and how long it takes: what a list shows. */
export const TipCard = z.extend(Written, {
  contentId: Id,
  kind: Kind,
  slug: z.string(),
  minutes: z.number(),
  /** Counts what was published, so that a device knows an older copy. */
  version: z.number(),
})
export type TipCard = z.infer<typeof TipCard>

export const Tip = z.extend(TipCard, {
  body: z.string(),
  sources: z.array(z.object({ title: z.string(), url: z.optional(z.string()) })),
  authorLine: z.string(),
  /** The day on which an editor last said that it is right. */
  reviewedOn: LocalDate,
  /** Its review is late: it is in no list, and says so. */
  isReviewLate: z.boolean(),
})
export type Tip = z.infer<typeof Tip>

/** What a person has of tips: the ones they saved, newest first, and the topics they chose. Nobody else ever sees either. */
export const OwnTips = z.object({
  saved: z.array(z.object({ contentId: Id, savedAt: Instant })),
  /** In the order of `topics`. */
  topics: z.array(Topic),
})
export type OwnTips = z.infer<typeof OwnTips>

/** One version of the words, as the editors' desk reads it. */
export const ContentVersion = z.extend(Written, {
  version: z.number(),
  body: z.string(),
  sources: z.array(z.object({ title: z.string(), url: z.optional(z.string()) })),
  authorLine: z.string(),
  consentRef: z.optional(z.string()),
  reviewBy: LocalDate,
  /** Name of the editor. */
  writtenBy: z.string(),
  writtenAt: Instant,
})
export type ContentVersion = z.infer<typeof ContentVersion>

/** A line of the editors' desk. */
export const DeskRow = z.object({
  contentId: Id,
  kind: Kind,
  slug: z.string(),
  title: z.string(),
  language: ContentLanguage,
  /** Where the newest words stand; what is published meanwhile stays as it is. */
  state: ContentState,
  /** People can read a version of it now. */
  isLive: z.boolean(),
  isReviewDue: z.boolean(),
  reviewBy: LocalDate,
  changedAt: Instant,
  version: z.number(),
})
export type DeskRow = z.infer<typeof DeskRow>

export const DeskContent = z.extend(DeskRow, {
  /** Newest first; the first is what the form shows. */
  versions: z.array(ContentVersion),
  publishedVersion: z.optional(z.number()),
  /** Whether whoever asks may publish it: a story wants somebody who did not write it. */
  mayPublish: z.boolean(),
  /** How often it was said to help, and not to. Of nobody in particular. */
  helped: z.number(),
  notHelped: z.number(),
})
export type DeskContent = z.infer<typeof DeskContent>
