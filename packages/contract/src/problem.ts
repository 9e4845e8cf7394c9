import * as z from 'zod/mini'
import { Former } from './access/shapes.ts'

/** Every problem Weft can answer with: its status, its title and what the caller can do. Words never hold what a person wrote. */
export const problems = {
  malformed: [400, 'This request has a part we do not know.', 'Check the fields that are listed and send it again.'],
  'not-signed-in': [401, 'Please sign in.', 'Sign in and try again. Nothing you wrote is lost.'],
  'details-do-not-match': [401, 'Those details do not match.', 'Check them or get a code.'],
  'code-not-right': [401, 'That code did not work.', 'Check it, or ask for a new one.'],
  'prove-again': [403, 'Please show that it is you.', 'Enter your password again, then go on.'],
  'reason-needed': [
    403,
    'Please say why you need to read this.',
    'Their time with the service has ended. Say why, then go on.',
  ],
  'wrong-origin': [403, 'This request came from another site.', 'Open Weft itself and try again.'],
  'not-found': [404, 'We can’t show this.', 'It may have moved, or it may not be shared with you.'],
  'too-slow': [408, 'This took too long to arrive.', 'Try again.'],
  'id-taken': [409, 'This id is in use.', 'Make a new id and send it again.'],
  conflict: [409, 'Somebody changed this first.', 'Look at both texts and choose.'],
  closed: [409, 'This conversation is closed.', 'Your words are safe here to copy.'],
  'too-late-to-edit': [409, 'This can no longer be edited.', 'Send a correction instead.'],
  'wrong-state': [409, 'This cannot be done now.', 'Load it again to see where it stands.'],
  'too-big': [413, 'This is too big.', 'Send less at once.'],
  'not-acceptable': [422, 'There is a problem with what was sent.', 'Mend the fields that are listed.'],
  'same-id-other-words': [422, 'This id was used for something else.', 'Make a new id and send it again.'],
  'too-many': [429, 'That is a lot at once.', 'Wait a little and try again.'],
  unforeseen: [500, 'Something went wrong.', 'Try again. Give us the reference if it goes on.'],
  'try-later': [503, 'Weft cannot save just now.', 'Try again in a moment. Nothing you wrote is lost.'],
} as const satisfies Record<string, readonly [number, string, string]>

export type ProblemCode = keyof typeof problems

/** RFC 9457 problem, the same over HTTP and socket. `fields` names what to mend; `retryAfter` is in seconds. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string(),
  code: z.string(),
  requestId: z.optional(z.string()),
  retryAfter: z.optional(z.number()),
  fields: z.optional(z.array(z.object({ path: z.string(), message: z.string() }))),
  /** With `reason-needed`: who has left which service. */
  former: z.optional(Former),
})
export type Problem = z.infer<typeof Problem>

export type ProblemExtras = {
  detail?: string
  retryAfter?: number
  fields?: { path: string; message: string }[]
  former?: Former
}

/** Thrown anywhere inside, shaped once at the door. `reason` goes to the log only. */
export class ProblemError extends Error {
  readonly code: ProblemCode
  readonly extras: ProblemExtras
  readonly reason: string | undefined

  constructor(code: ProblemCode, extras: ProblemExtras = {}, reason?: string) {
    super(code)
    this.code = code
    this.extras = extras
    this.reason = reason
  }
}

export function problemOf(code: ProblemCode, extras: ProblemExtras = {}, requestId?: string): Problem {
  const [status, title, detail] = problems[code]
  return { type: `/problems/${code}`, title, status, detail, code, requestId, ...extras }
}
