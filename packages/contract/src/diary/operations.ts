import * as z from 'zod/mini'
import { defineOperation } from '../operation.ts'
import { ownChange, ownWords } from '../own/part.ts'
import { Id, Instant, Nothing, text, whole } from '../scalars.ts'
import { DiaryEntry, DiaryVersion, PROMPT_MAX, SharedEntry, TEXT_MAX } from './shapes.ts'

const diary = '/api/people/:personId/diary'
const entry = `${diary}/:entryId`

const act = { ...ownChange, entryId: Id }
const said = { text: text(TEXT_MAX), prompt: z.optional(text(PROMPT_MAX)), mood: z.optional(whole(1, 5)) }
const own = { permission: 'own.write', output: Nothing } as const

/** Always private at first: sharing is an act of its own. Publishes `diary.written`. */
export const writeEntry = defineOperation({
  name: 'diary.write',
  method: 'POST',
  path: diary,
  summary: 'Write in my diary.',
  input: z.strictObject({ ...act, ...said, writtenAt: Instant }),
  ...own,
  problems: ['same-id-other-words', 'id-taken'],
})

/**
 * Replaces what an entry says; earlier words are kept. `conflict` when it was changed elsewhere since `baseVersion` to something else, or
 * deleted. Publishes `diary.written`.
 */
export const editEntry = defineOperation({
  name: 'diary.edit',
  method: 'PUT',
  path: entry,
  summary: 'Change what I wrote.',
  input: z.strictObject({ ...act, ...said, ...ownWords }),
  ...own,
  problems: ['same-id-other-words', 'conflict'],
})

/** One entry stands first at most: pinning another takes its place. Publishes `diary.pinned`. */
export const pinEntry = defineOperation({
  name: 'diary.pin',
  method: 'PUT',
  path: `${entry}/pin`,
  summary: 'Pin an entry of my diary, or unpin it.',
  input: z.strictObject({ ...act, isPinned: z.boolean() }),
  ...own,
  problems: ['same-id-other-words'],
})

/** It can be put back for 14 days; nobody it was shared with sees it meanwhile. Publishes `diary.written`. */
export const deleteEntry = defineOperation({
  name: 'diary.delete',
  method: 'DELETE',
  path: entry,
  summary: 'Delete an entry; undo for 14 days.',
  input: z.strictObject(act),
  ...own,
  problems: ['same-id-other-words'],
})

/** As it was, shared or not. Publishes `diary.written`. */
export const restoreEntry = defineOperation({
  name: 'diary.restore',
  method: 'POST',
  path: `${entry}/restore`,
  summary: 'Put a deleted entry back.',
  input: z.strictObject(act),
  ...own,
  problems: ['same-id-other-words'],
})

/** Entries written before this one's `writtenAt` (and, of one instant, with a smaller id), newest first. Deleted ones are not in it. */
export const listEntries = defineOperation({
  name: 'diary.list',
  method: 'GET',
  path: diary,
  summary: 'Earlier entries of my diary, page by page.',
  permission: 'own.read',
  input: z.strictObject({ personId: Id, beforeWrittenAt: Instant, beforeEntryId: Id }),
  output: z.object({ entries: z.array(DiaryEntry), hasMore: z.boolean() }),
})

/** One entry, however old. */
export const getEntry = defineOperation({
  name: 'diary.get',
  method: 'GET',
  path: entry,
  summary: 'One entry of my diary.',
  permission: 'own.read',
  input: z.strictObject({ personId: Id, entryId: Id }),
  output: DiaryEntry,
})

/** What an entry said before, newest first: its owner's alone, shared or not. */
export const listEntryHistory = defineOperation({
  name: 'diary.history',
  method: 'GET',
  path: `${entry}/history`,
  summary: 'What an entry of mine said before.',
  permission: 'own.read',
  input: z.strictObject({ personId: Id, entryId: Id }),
  output: z.object({ versions: z.array(DiaryVersion) }),
})

/** For the team of a service: the newest 100 entries that the person shares with it, each by a choice of its own. */
export const listSharedEntries = defineOperation({
  name: 'diary.listShared',
  method: 'GET',
  path: '/api/people/:personId/services/:serviceId/diary',
  summary: 'Diary entries that a person shares with this service.',
  permission: 'diary.readShared',
  input: z.strictObject({ personId: Id, serviceId: Id }),
  output: z.object({ entries: z.array(SharedEntry) }),
})
