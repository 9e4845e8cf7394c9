import * as z from 'zod/mini'
import { defineOperation } from '../operation.ts'
import { ownChange } from '../own/part.ts'
import { Flag, Id, Nothing } from '../scalars.ts'
import { ContentLanguage, FiveWay, Kind, Slug, Tip, TipCard, Topic, topics } from './shapes.ts'

/** Words that no search needs more of. */
export const SEARCH_MAX = 100

/**
 * What anybody may read, newest first, and those that fit best first when there are words. Stories and tips whose review is late, that were taken
 * down or never published are not in it.
 */
export const listTips = defineOperation({
  name: 'tip.list',
  method: 'GET',
  path: '/api/tips',
  summary: 'Tips and stories for everybody: search by words, way, topic, kind and language.',
  permission: 'public',
  input: z.strictObject({
    words: z.optional(z.string().check(z.maxLength(SEARCH_MAX))),
    way: z.optional(FiveWay),
    topic: z.optional(Topic),
    kind: z.optional(Kind),
    language: z.optional(ContentLanguage),
  }),
  output: z.object({ tips: z.array(TipCard) }),
})

/** A tip that was taken down, one that never was, and one still being written are the same `not-found`. */
export const getTip = defineOperation({
  name: 'tip.get',
  method: 'GET',
  path: '/api/tips/:slug',
  summary: 'One tip or story.',
  permission: 'public',
  input: z.strictObject({ slug: Slug }),
  output: Tip,
})

/** Counted, and nothing is kept of who said it. */
export const rateTip = defineOperation({
  name: 'tip.rate',
  method: 'POST',
  path: '/api/tips/:slug/helpful',
  summary: 'Say whether a tip was helpful. Counted without any identity.',
  permission: 'public',
  input: z.strictObject({ slug: Slug, isHelpful: Flag }),
  output: Nothing,
})

const act = { ...ownChange, contentId: Id }
const own = { permission: 'own.write', output: Nothing, problems: ['same-id-other-words'] } as const

/** Does nothing when the tip is no longer there for anybody. Publishes `tip.saved`. */
export const saveTip = defineOperation({
  name: 'tip.save',
  method: 'PUT',
  path: '/api/people/:personId/tips/:contentId',
  summary: 'Save a tip, for me alone.',
  input: z.strictObject(act),
  ...own,
})

/** Publishes `tip.unsaved`. */
export const unsaveTip = defineOperation({
  name: 'tip.unsave',
  method: 'DELETE',
  path: '/api/people/:personId/tips/:contentId',
  summary: 'Save a tip no longer.',
  input: z.strictObject(act),
  ...own,
})

/** What “For you” is made of, and nothing else: never messages, entries or scores. Publishes `tip.topicsChosen`. */
export const chooseTopics = defineOperation({
  name: 'tip.chooseTopics',
  method: 'PUT',
  path: '/api/people/:personId/tip-topics',
  summary: 'Choose the topics that I want tips about.',
  input: z.strictObject({ ...ownChange, topics: z.array(Topic).check(z.maxLength(topics.length)) }),
  ...own,
})
