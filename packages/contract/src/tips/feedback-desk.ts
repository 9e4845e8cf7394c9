import * as z from 'zod/mini'
import { defineOperation } from '../operation.ts'
import { Flag, Id, LocalDate, Nothing, text } from '../scalars.ts'
import { FEEDBACK_MAX, FeedbackHat, FeedbackLanguage, FeedbackSubject } from './feedback.ts'

export const Feedback = z.object({
  feedbackId: Id,
  subject: FeedbackSubject,
  text: z.string(),
  language: FeedbackLanguage,
  screen: z.optional(z.string()),
  hat: z.optional(FeedbackHat),
  receivedOn: LocalDate,
  /** The last day on which an answer is in time. */
  dueOn: LocalDate,
  isLate: Flag,
  /** They left an address, and have not been answered. */
  wantsAnswer: Flag,
  state: z.enum(['open', 'done']),
  doneOn: z.optional(LocalDate),
  doneBy: z.optional(z.string()),
  answer: z.optional(z.string()),
})
export type Feedback = z.infer<typeof Feedback>

const one = '/api/feedback/:feedbackId'
const byEditors = { permission: 'feedback.read', output: Nothing, problems: ['wrong-state'] } as const

/** Editors only, as the desk of tips; to everybody else there is no desk. */
export const listFeedback = defineOperation({
  name: 'feedback.list',
  method: 'GET',
  path: '/api/feedback',
  summary: 'What people say of Weft: what is open first, by the day on which it is due.',
  permission: 'feedback.read',
  input: z.strictObject({}),
  output: z.object({ rows: z.array(Feedback) }),
})

/** Sends these words to the address that was left, which the asker is not shown, and is done with it. `wrong-state` where there is none. */
export const answerFeedback = defineOperation({
  name: 'feedback.answer',
  method: 'POST',
  path: `${one}/answer`,
  summary: 'Answer by e-mail somebody who left an address.',
  ...byEditors,
  input: z.strictObject({ feedbackId: Id, words: text(FEEDBACK_MAX) }),
})

/** Nothing is left to do about it; an address that was left goes at once. */
export const closeFeedback = defineOperation({
  name: 'feedback.close',
  method: 'POST',
  path: `${one}/done`,
  summary: 'Be done with it.',
  ...byEditors,
  input: z.strictObject({ feedbackId: Id }),
})
