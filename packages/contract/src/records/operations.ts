import * as z from 'zod/mini'
import { SharedEntry } from '../diary/shapes.ts'
import { SharedGoal } from '../goals/shapes.ts'
import { defineOperation } from '../operation.ts'
import { SharedPlan } from '../plans/operations.ts'
import { Id, LocalDate } from '../scalars.ts'
import { ShareScope } from '../sharing/shapes.ts'
import { SharedTrackers } from '../trackers/operations.ts'
import { COPY_ITEMS_MAX, RecordCopy } from './shapes.ts'

// “Add to record” (experience.md W2): what a team sees by a sharing choice, kept by it as it stood that day.

const ofService = '/api/people/:personId/services/:serviceId/copies'
const between = { personId: Id, serviceId: Id }

/** What each noun showed, exactly as it answers the team; only the scopes that were asked for. */
export const CopyContent = z.object({
  trackers: z.optional(SharedTrackers),
  goals: z.optional(z.array(SharedGoal)),
  plan: z.optional(SharedPlan),
  entries: z.optional(z.array(SharedEntry)),
})
export type CopyContent = z.infer<typeof CopyContent>

/**
 * The service's current team, of what is shared with it at this moment; `from` and `to` are the days on the screen, and belong to trackers.
 * If one of the scopes is not shared now, or shows nothing, it is `not-found` and nothing is kept. The same id again answers what is stored,
 * for something else 422, from somebody else 409. Publishes `copy.added` to the person.
 */
export const addCopy = defineOperation({
  name: 'copy.add',
  method: 'POST',
  path: ofService,
  summary: 'Add a dated copy of what is shared to the record.',
  permission: 'copy.take',
  input: z.strictObject({
    ...between,
    copyId: Id,
    scopes: z.array(ShareScope).check(z.minLength(1), z.maxLength(COPY_ITEMS_MAX)),
    from: z.optional(LocalDate),
    to: z.optional(LocalDate),
  }),
  output: RecordCopy,
  problems: ['same-id-other-words', 'id-taken'],
  status: 201,
})

/** That service's team, after sharing stopped as before; after the end its coordinators. Other services learn of nothing here. */
export const listCopies = defineOperation({
  name: 'copy.list',
  method: 'GET',
  path: ofService,
  summary: 'The copies of shared things in this service’s record.',
  permission: 'copy.list',
  input: z.strictObject(between),
  output: z.object({ copies: z.array(RecordCopy) }),
  problems: ['reason-needed'],
})

/** The same team, and the person themself. */
export const getCopy = defineOperation({
  name: 'copy.get',
  method: 'GET',
  path: '/api/copies/:copyId',
  summary: 'One copy in the record, as it was taken.',
  permission: 'copy.read',
  input: z.strictObject({ copyId: Id }),
  output: z.object({ copy: RecordCopy, content: CopyContent }),
  problems: ['reason-needed'],
})
