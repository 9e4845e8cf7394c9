import * as z from 'zod/mini'
import { defineOperation } from '../operation.ts'
import { Id, Nothing, whole } from '../scalars.ts'
import { ContentState, DeskContent, DeskRow, Kind, Slug, words } from './shapes.ts'

const one = '/api/content/:contentId'
const place = { contentId: Id, kind: Kind, slug: Slug }
/** The version that the editor looked at; `conflict` when there is a newer one. */
const at = { contentId: Id, baseVersion: whole(1, 1_000_000) }
const byEditors = { permission: 'content.edit', output: Nothing } as const

/** Editors only: the desk reaches no person's data, and to everybody else there is no desk. */
export const listContent = defineOperation({
  name: 'content.list',
  method: 'GET',
  path: '/api/content',
  summary: 'The editors’ desk: every tip and story, what is due for review first.',
  permission: 'content.edit',
  input: z.strictObject({ state: z.optional(ContentState) }),
  output: z.object({ rows: z.array(DeskRow) }),
})

export const getContent = defineOperation({
  name: 'content.get',
  method: 'GET',
  path: one,
  summary: 'One tip or story with everything it has said.',
  permission: 'content.edit',
  input: z.strictObject({ contentId: Id }),
  output: DeskContent,
})

/** Begins a draft. A slug that another one has is `not-acceptable` on `slug`. */
export const draftContent = defineOperation({
  name: 'content.draft',
  method: 'POST',
  path: '/api/content',
  summary: 'Begin a tip or a story.',
  ...byEditors,
  input: z.strictObject({ ...place, ...words }),
  problems: ['id-taken', 'same-id-other-words'],
})

/**
 * Changes the words; what they said before is kept. What people can read stays as it is until this is published; a change of what was in review
 * is a draft again. What was retired stays as it is: `wrong-state`. The slug of what was once published does not change.
 */
export const editContent = defineOperation({
  name: 'content.edit',
  method: 'PUT',
  path: one,
  summary: 'Change a tip or a story.',
  ...byEditors,
  input: z.strictObject({ ...at, slug: Slug, ...words }),
  problems: ['conflict', 'wrong-state'],
})

export const reviewContent = defineOperation({
  name: 'content.review',
  method: 'POST',
  path: `${one}/review`,
  summary: 'Send a draft to be reviewed.',
  ...byEditors,
  input: z.strictObject(at),
  problems: ['conflict', 'wrong-state'],
})

/**
 * Shows to everybody what was reviewed. A story needs the reference of its teller's consent, and an editor who wrote none of the words that
 * become public now: `not-acceptable` on `consentRef` or `editor`.
 */
export const publishContent = defineOperation({
  name: 'content.publish',
  method: 'POST',
  path: `${one}/publish`,
  summary: 'Publish what was reviewed.',
  ...byEditors,
  input: z.strictObject(at),
  problems: ['conflict', 'wrong-state'],
})

/** Takes it down for everybody, at once and for good; it is erased two years later. */
export const retireContent = defineOperation({
  name: 'content.retire',
  method: 'POST',
  path: `${one}/retire`,
  summary: 'Take a tip or a story down.',
  ...byEditors,
  input: z.strictObject(at),
  problems: ['conflict'],
})
