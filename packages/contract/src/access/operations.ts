import * as z from 'zod/mini'
import { defineOperation } from '../operation.ts'
import { Id, Instant, text } from '../scalars.ts'
import { ReadingReason } from './shapes.ts'

/** Opens the service's rows about somebody who has left it, to read, to the coordinator who asks and for a few hours. The person sees it. */
export const sayWhy = defineOperation({
  name: 'reading.sayWhy',
  method: 'POST',
  path: '/api/people/:personId/reading-reasons',
  summary: 'Say why you need to read somebody whose time with your service has ended.',
  permission: 'reading.sayWhy',
  input: z
    .strictObject({ personId: Id, serviceId: Id, reasonId: Id, reason: ReadingReason, text: z.optional(text(300)) })
    .check(
      z.refine((input) => (input.reason === 'other') === (input.text !== undefined), {
        error: 'words go with the reason “other”, and with no other',
        path: ['text'],
      }),
    ),
  output: z.object({ until: Instant }),
  problems: ['same-id-other-words'],
  status: 201,
})
