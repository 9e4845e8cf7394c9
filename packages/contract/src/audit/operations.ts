import * as z from 'zod/mini'
import { ReadingReason } from '../access/shapes.ts'
import { defineOperation } from '../operation.ts'
import { Id, Instant, LocalDate, whole } from '../scalars.ts'

/** One line of “Who has looked”, grouped by local day and worker (domain.md 3.8). */
export const AccessLogLine = z.object({
  lineId: z.string(),
  on: LocalDate,
  firstAt: Instant,
  lastAt: Instant,
  name: z.string(),
  role: z.string(),
  organisation: z.string(),
  itemKind: z.string(),
  action: z.string(),
  purpose: z.string(),
  times: z.number(),
  /** Read after their time with the service had ended: why, as whoever read it said. */
  why: z.optional(z.object({ reason: ReadingReason, text: z.optional(z.string()) })),
  /** For whom they looked; absent where it was no one service's business. */
  serviceId: z.optional(Id),
  /** Whom to ask about it in their organisation, as it gives it: an address, a number, a name. */
  privacyContact: z.optional(z.string()),
})
export type AccessLogLine = z.infer<typeof AccessLogLine>

/** The person: who opened what of theirs, newest day first. A carer sees their own actions only. Denies are left out. */
export const listAccessLog = defineOperation({
  name: 'accessLog.list',
  method: 'GET',
  path: '/api/me/access-log',
  summary: 'Who has looked at what is about me, and why.',
  permission: 'self',
  input: z.strictObject({ before: z.optional(LocalDate), days: z.optional(whole(1, 90)) }),
  output: z.object({ lines: z.array(AccessLogLine), next: z.optional(LocalDate) }),
})
