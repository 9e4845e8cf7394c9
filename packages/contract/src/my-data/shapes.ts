import * as z from 'zod/mini'
import { Id, Instant } from '../scalars.ts'

/** What somebody types to close their account, in English; an app in another language asks for its own word and sends this one. */
export const CLOSE_WORD = 'close'
/** An account that is being closed can be kept for so long. */
export const UNDO_DAYS = 14
/** A file of one's own can be opened for so long. */
export const EXPORT_HOURS = 24
/** Files somebody may ask for within a day. */
export const EXPORTS_A_DAY = 3
/** Grave acts ask for a sign-in, or the password again, no longer ago than this. */
export const RECENT_MINUTES = 10

/** One file of everything that is a person's own: on its way, then here to be opened until it is erased. */
export const Export = z.object({
  exportId: Id,
  askedAt: Instant,
  /** When it will be there at the latest, as far as can be said. */
  readyBy: Instant,
  readyAt: z.optional(Instant),
  /** Until when it opens; present once it is ready. */
  endsAt: z.optional(Instant),
  /** It could not be made, and is not tried again; a day later nothing is left of it. */
  failedAt: z.optional(Instant),
})
export type Export = z.infer<typeof Export>

/** A service that keeps its own notes about somebody, whatever they close, and until when it must. */
export const Keeper = z.object({
  /** The service, in plain words. */
  service: z.string(),
  organisation: z.string(),
  /** The last year in which the notes are there. */
  untilYear: z.number(),
})
export type Keeper = z.infer<typeof Keeper>

/** What closing an account does, and how far it has come. */
export const MyAccount = z.object({
  keepers: z.array(Keeper),
  /** Present while the account is being closed. */
  closing: z.optional(z.object({ askedAt: Instant, erasedAt: Instant })),
})
export type MyAccount = z.infer<typeof MyAccount>
