import * as z from 'zod/mini'

export const MeasureName = z.enum(['phq9', 'gad7'])
export type MeasureName = z.infer<typeof MeasureName>

/** An answer's score; a question that was skipped has none. */
export const Score = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)])
export type Score = z.infer<typeof Score>

/** By the item's key. Which keys there may be is the measure's. */
export const Answers = z.record(z.string().check(z.maxLength(40)), Score)
export type Answers = z.infer<typeof Answers>

/** Any answer above 0 here opens the help panel at once, and a flag when it is saved (domain.md 8, item-9 rules). */
export const RISK_ITEM = 'self_harm_thoughts'

/** What the answer about thoughts of self-harm calls for; nothing for 0 or none, which is never shown as “no risk”. */
export function riskOf(answers: Answers): 'raised' | 'urgent' | undefined {
  const score = answers[RISK_ITEM] ?? 0
  return score === 0 ? undefined : score === 1 ? 'raised' : 'urgent'
}
