import * as z from 'zod/mini'
import { defineOperation } from '../operation.ts'
import { Id, Instant, text } from '../scalars.ts'

/** What set a flag off (domain.md 4.7). Phrases and the rate come with the distress net; a worker's own with the team inbox. */
export const FlagSource = z.enum(['phrase', 'rate', 'item9', 'staff'])
/** `raised` is reviewed the same working day, `urgent` within 2 hours of open time; out of hours both come first at the next opening. */
export const FlagLevel = z.enum(['raised', 'urgent'])
export type FlagLevel = z.infer<typeof FlagLevel>

export const flagOutcomes = [
  'spoke',
  'visited',
  'emergency_services',
  'safe_already',
  'false_alarm',
  'passed_on',
  'no_contact',
] as const
export const FlagOutcome = z.enum(flagOutcomes)
export type FlagOutcome = z.infer<typeof FlagOutcome>

/**
 * Somebody may be at risk. For the person's team alone, who see that there is a flag and its level and never the answer or the words that
 * opened it here; carers and the person never see any of it.
 */
export const RiskFlag = z.object({
  flagId: Id,
  conversationId: Id,
  personId: Id,
  /** Of somebody who has left the service since: nothing else names them to its coordinators. */
  formerName: z.optional(z.string()),
  source: FlagSource,
  level: FlagLevel,
  openedAt: Instant,
  /** They said that they would like a call. */
  wantsCall: z.optional(z.literal(true)),
  acknowledged: z.optional(z.object({ by: z.string(), at: Instant })),
  closed: z.optional(z.object({ by: z.string(), at: Instant, outcome: FlagOutcome, note: z.optional(z.string()) })),
})
export type RiskFlag = z.infer<typeof RiskFlag>

/** Urgent first, then the oldest. */
export const byNeed = (a: RiskFlag, b: RiskFlag): number =>
  Number(b.level === 'urgent') - Number(a.level === 'urgent') ||
  (a.openedAt < b.openedAt ? -1 : a.openedAt > b.openedAt ? 1 : a.flagId < b.flagId ? -1 : 1)

/** The flags that are still open after one changed. */
export const withFlag = (flags: readonly RiskFlag[], changed: RiskFlag): RiskFlag[] =>
  [...flags.filter((flag) => flag.flagId !== changed.flagId), ...(changed.closed ? [] : [changed])].sort(byNeed)

export const listFlags = defineOperation({
  name: 'flag.list',
  method: 'GET',
  path: '/api/flags',
  summary: 'The open flags of the people whose team I am in, and of those who have left a service that I coordinate.',
  permission: 'flag.list',
  input: z.strictObject({}),
  output: z.object({ flags: z.array(RiskFlag) }),
})

export const acknowledgeFlag = defineOperation({
  name: 'flag.acknowledge',
  method: 'POST',
  path: '/api/conversations/:conversationId/flags/:flagId/acknowledge',
  summary: 'Say that I have seen this flag and am dealing with it.',
  permission: 'flag.settle',
  input: z.strictObject({ conversationId: Id, flagId: Id }),
  output: RiskFlag,
  problems: ['wrong-state'],
})

/** Only a named human closes a flag, and only with an outcome. */
/** Code points. */
export const FLAG_NOTE_MAX = 2_000

export const closeFlag = defineOperation({
  name: 'flag.close',
  method: 'POST',
  path: '/api/conversations/:conversationId/flags/:flagId/close',
  summary: 'Close a flag with what came of it.',
  permission: 'flag.settle',
  input: z.strictObject({
    conversationId: Id,
    flagId: Id,
    outcome: FlagOutcome,
    note: z.optional(text(FLAG_NOTE_MAX)),
  }),
  output: RiskFlag,
  problems: ['wrong-state'],
})
