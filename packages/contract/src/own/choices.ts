import * as z from 'zod/mini'
import { defineOperation } from '../operation.ts'
import { Instant, Nothing } from '../scalars.ts'
import { defineOwnPart, ownChange } from './part.ts'

/** What somebody wants help with; chosen at the start, and again whenever they like. Today shows these. */
export const helps = ['sleep', 'mood', 'problem', 'goals', 'writing', 'team'] as const
export const Help = z.enum(helps)
export type Help = z.infer<typeof Help>

/** How a person has set up the app for themself; the same on each of their devices. */
export const Choices = z.object({
  /** In the order of `helps`; absent until first chosen. */
  helpWith: z.optional(z.array(Help)),
  /** When the cards of the start were finished or skipped. */
  startedAt: z.optional(Instant),
})
export type Choices = z.infer<typeof Choices>

export const changeChoices = defineOperation({
  name: 'choices.change',
  method: 'PATCH',
  path: '/api/people/:personId/choices',
  summary: 'Change what I want help with, or say that I have been through the start.',
  permission: 'own.write',
  input: z.strictObject({
    ...ownChange,
    helpWith: z.optional(z.array(Help).check(z.maxLength(helps.length))),
    isStarted: z.optional(z.literal(true)),
  }),
  output: Nothing,
  problems: ['same-id-other-words'],
})

/** The choices after a change; `at` is when it was made. Starting is done once. */
export function changedChoices(
  before: Choices,
  { helpWith, isStarted }: { helpWith?: readonly Help[] | undefined; isStarted?: true | undefined },
  at: string,
): Choices {
  const startedAt = before.startedAt ?? (isStarted && at)
  return {
    ...before,
    ...(helpWith && { helpWith: helps.filter((help) => helpWith.includes(help)) }),
    ...(startedAt && { startedAt }),
  }
}

export const choicesPart = defineOwnPart({
  state: Choices,
  empty: {},
  events: { 'choices.changed': Choices },
  pushes: { 'choices.change': changeChoices },
  apply: { 'choices.changed': (_, choices) => choices },
  foresee: { 'choices.change': changedChoices },
})
