import * as z from 'zod/mini'
import { Id, Instant, LocalDate } from '../scalars.ts'

export const TEXT_MAX = 10_000
export const PROMPT_MAX = 200
/** What was deleted can be put back for so long. */
export const UNDO_DAYS = 14
/** Days of entries that a person's devices hold; earlier ones are asked for page by page. */
export const DAYS_HELD = 400
export const PAGE_SIZE = 30

/** Something a person wrote for themself. Nobody else reads it unless they share this one entry. */
export const DiaryEntry = z.object({
  entryId: Id,
  text: z.string(),
  /** The question it answers, in the words in which it was asked. */
  prompt: z.optional(z.string()),
  /** 1 very low … 5 very good. */
  mood: z.optional(z.number()),
  /** By the device's clock, and never in the server's future. */
  writtenAt: Instant,
  /** The person's own day of `writtenAt`. */
  forDate: LocalDate,
  visibility: z.enum(['private', 'shared']),
  /** Counts changes of words; 1 as first written. */
  version: z.number(),
  /** The last change of anything about it. */
  changedAt: Instant,
  /** Deleted, and back again until `UNDO_DAYS` have passed. */
  deletedAt: z.optional(Instant),
})
export type DiaryEntry = z.infer<typeof DiaryEntry>

/** What an entry said until it was changed. */
export const DiaryVersion = z.object({
  version: z.number(),
  text: z.string(),
  prompt: z.optional(z.string()),
  mood: z.optional(z.number()),
  /** Until when it said so. */
  until: Instant,
})
export type DiaryVersion = z.infer<typeof DiaryVersion>

/** A person's diary as their devices hold it: newest first, what was touched within `DAYS_HELD`, and the pinned entry however old. */
export const Diary = z.object({ entries: z.array(DiaryEntry), pinnedId: z.optional(Id) })
export type Diary = z.infer<typeof Diary>

/** A shared entry as the service it is shared with reads it. */
export const SharedEntry = z.omit(DiaryEntry, { visibility: true, version: true, changedAt: true, deletedAt: true })
export type SharedEntry = z.infer<typeof SharedEntry>
