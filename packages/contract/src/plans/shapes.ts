import * as z from 'zod/mini'
import { Id, Instant, text } from '../scalars.ts'

export const WORDS_MAX = 500
export const WHEN_MAX = 280
export const ITEM_MAX = 280
export const PHONE_MAX = 40
export const ABOUT_ME_MAX = 1_000
/** Shown in Get help now. */
export const PINNED_MAX = 2
/** Taps that a device holds, newest first: enough to know its own again, and to take one back. */
export const TAPS_HELD = 20
/** Of one person, deleted ones apart. Nobody meets it; it bounds what a phone is given. */
export const COPING_MAX = 200
export const ITEMS_MAX = 30
/** What was deleted can be put back for so long. */
export const UNDO_DAYS = 14

export const Visibility = z.enum(['private', 'shared'])

/** `used`: I tried it. `helped`: and it did me good. */
export const TapKind = z.enum(['used', 'helped'])
export type TapKind = z.infer<typeof TapKind>
export const Tap = z.object({ tapId: Id, kind: TapKind, at: Instant })

/** Something that helps, in the person's own words. */
export const CopingStrategy = z.object({
  copingId: Id,
  words: z.string(),
  whenToUse: z.optional(z.string()),
  /** What sets off what this helps with. */
  trigger: z.optional(z.string()),
  usedCount: z.number(),
  helpedCount: z.number(),
  /** The newest `TAPS_HELD`. */
  taps: z.array(Tap),
  /** Since when it is in Get help now. */
  pinnedAt: z.optional(Instant),
  visibility: Visibility,
  /** Counts changes of words. */
  version: z.number(),
  createdAt: Instant,
  /** Deleted, and back again until `UNDO_DAYS` have passed. */
  deletedAt: z.optional(Instant),
})
export type CopingStrategy = z.infer<typeof CopingStrategy>

/** My safety plan in its order (domain.md 7); the sixth page holds the last two. Crisis lines stand in `professionals` by themselves. */
export const planParts = ['signs', 'alone', 'distractions', 'people', 'professionals', 'safer', 'reasons'] as const
export const PlanPart = z.enum(planParts)
export type PlanPart = z.infer<typeof PlanPart>

/** One line of a part. With a phone it is somebody to call. */
export const PlanItem = z.strictObject({ text: text(ITEM_MAX), phone: z.optional(text(PHONE_MAX)) })
export type PlanItem = z.infer<typeof PlanItem>

const Lines = z.object({
  items: z.array(z.object({ text: z.string(), phone: z.optional(z.string()) })),
  /** The version of the whole plan in which this part last changed; 0 when it never did. */
  changedIn: z.number(),
})
export const PlanParts = z.object({
  signs: Lines,
  alone: Lines,
  distractions: Lines,
  people: Lines,
  professionals: Lines,
  safer: Lines,
  reasons: Lines,
})
export type PlanParts = z.infer<typeof PlanParts>

/** A whole text of the person's that is kept in versions. */
const kept = {
  version: z.number(),
  changedAt: Instant,
  visibility: Visibility,
  deletedAt: z.optional(Instant),
}
export const SafetyPlan = z.object({ parts: PlanParts, ...kept })
export type SafetyPlan = z.infer<typeof SafetyPlan>

/** The texts of About me in their order; the last is how to talk to me. */
export const aboutMeKeys = [
  'earlyLife',
  'health',
  'lifeEvents',
  'hobbies',
  'schoolOrWork',
  'importantPeople',
  'hard',
  'strengths',
  'howToTalk',
] as const
export const AboutMeKey = z.enum(aboutMeKeys)
export type AboutMeKey = z.infer<typeof AboutMeKey>

/** Whose wording it is where a worker proposed it and the person accepted; absent, it is the person's own. */
const by = { byName: z.optional(z.string()), byRole: z.optional(z.string()) }
/** One text of About me. An emptied one stays, with no text, so that a later edit of the words it had is noticed. */
export const AboutMeText = z.object({ text: z.string(), changedIn: z.number(), ...by })
export type AboutMeText = z.infer<typeof AboutMeText>
export const AboutMeTexts = z.partialRecord(AboutMeKey, AboutMeText)
export type AboutMeTexts = z.infer<typeof AboutMeTexts>

export const AboutMe = z.object({ texts: AboutMeTexts, ...kept })
export type AboutMe = z.infer<typeof AboutMe>

/** Wording that a worker has in mind for About me: nothing of the person's until they accept it. */
export const AboutMeProposal = z.object({
  proposalId: Id,
  key: AboutMeKey,
  text: z.string(),
  serviceId: Id,
  serviceName: z.string(),
  byName: z.string(),
  byRole: z.optional(z.string()),
  proposedAt: Instant,
})
export type AboutMeProposal = z.infer<typeof AboutMeProposal>

const savedAt = { version: z.number(), savedAt: Instant, ...by }
export const SafetyPlanVersion = z.object({ ...savedAt, parts: PlanParts })
export type SafetyPlanVersion = z.infer<typeof SafetyPlanVersion>
export const AboutMeVersion = z.object({ ...savedAt, texts: AboutMeTexts })
export type AboutMeVersion = z.infer<typeof AboutMeVersion>
