import * as z from 'zod/mini'
import { defineOperation } from '../operation.ts'
import { Email } from '../people/shapes.ts'
import { Id, Nothing, text } from '../scalars.ts'

export const FEEDBACK_MAX = 2_000
/** Whoever leaves an address is answered within so many working days (domain.md 12). */
export const ANSWERED_IN_DAYS = 3
/** Days that it is kept once it is done with. */
export const FEEDBACK_KEPT_DAYS = 90
/** Days that it is kept at most, whatever became of it. */
export const FEEDBACK_KEPT_AT_MOST_DAYS = 365

export const feedbackSubjects = ['problem', 'idea', 'words', 'access', 'thanks', 'other'] as const
export const FeedbackSubject = z.enum(feedbackSubjects)
export type FeedbackSubject = z.infer<typeof FeedbackSubject>

export const feedbackLanguages = ['en', 'cy', 'fa'] as const
export const FeedbackLanguage = z.enum(feedbackLanguages)
export type FeedbackLanguage = z.infer<typeof FeedbackLanguage>

/** Coarser than a hat: of some there is one in a whole deployment. */
export const FeedbackHat = z.enum(['patient', 'carer', 'staff'])
export type FeedbackHat = z.infer<typeof FeedbackHat>

/** Which page it was, as a pattern like `/track/sleep/:date`: never an address with an id in it. */
export const FeedbackScreen = z
  .string()
  .check(z.maxLength(60), z.regex(/^\/([a-z-]+|:[a-zA-Z]+)?(\/([a-z-]+|:[a-zA-Z]+))*$/))

/**
 * Anybody, signed in or not. It is taken as nobody's: no account, device or hour is kept with it, whoever's session it came under, and `feedbackId`
 * is a random one, not one that holds the time. The address is for the answer alone: nobody is shown it, and it goes once they were answered.
 */
export const sendFeedback = defineOperation({
  name: 'feedback.send',
  method: 'POST',
  path: '/api/feedback',
  summary: 'Say what you think of Weft. Kept without any identity.',
  permission: 'public',
  input: z.strictObject({
    feedbackId: Id,
    subject: FeedbackSubject,
    text: text(FEEDBACK_MAX),
    email: z.optional(Email),
    screen: z.optional(FeedbackScreen),
    hat: z.optional(FeedbackHat),
    language: FeedbackLanguage,
  }),
  output: Nothing,
  problems: ['same-id-other-words'],
})
