import * as z from 'zod/mini'
import { Id, Instant, LocalDate } from '../scalars.ts'
import { ShareScope } from '../sharing/shapes.ts'

/** As many as one act copies; nobody shares more on one screen. */
export const COPY_ITEMS_MAX = 60

/** One thing in a copy: what it was shared as, and the person's own words for it then, where it has any. */
export const CopyItem = z.object({ scope: ShareScope, words: z.optional(z.string()) })
export type CopyItem = z.infer<typeof CopyItem>

/**
 * A dated copy that a service's team saved of what was shared with it (domain.md 3.1, class `snapshot`): who, when, of what; without its
 * content. The team's to keep, never changed, and listed to the person for as long as it is kept.
 */
export const RecordCopy = z.object({
  copyId: Id,
  serviceId: Id,
  serviceName: z.string(),
  items: z.array(CopyItem),
  /** The days that it covers, where what was on the screen had any. */
  from: z.optional(LocalDate),
  to: z.optional(LocalDate),
  byName: z.string(),
  byRole: z.optional(z.string()),
  takenAt: Instant,
})
export type RecordCopy = z.infer<typeof RecordCopy>

/** The newest first. */
export const newestCopyFirst = (a: RecordCopy, b: RecordCopy) =>
  a.takenAt < b.takenAt ? 1 : a.takenAt > b.takenAt ? -1 : a.copyId < b.copyId ? 1 : -1
