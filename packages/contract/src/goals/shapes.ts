import * as z from 'zod/mini'
import { Id, Instant, LocalDate } from '../scalars.ts'

/** Parts of life a goal may be about (domain.md 6), in the order in which they are offered. */
export const goalTypes = [
  'physical_health',
  'mental_health',
  'alcohol',
  'smoking',
  'housing',
  'relationships',
  'work',
  'money',
  'other',
] as const
export const GoalType = z.enum(goalTypes)
export type GoalType = z.infer<typeof GoalType>

/** There is no “failed”: what is not wanted any more is let go. */
export const GoalState = z.enum(['draft', 'active', 'paused', 'achieved', 'let_go'])
export type GoalState = z.infer<typeof GoalState>

export const Visibility = z.enum(['private', 'shared'])
export type Visibility = z.infer<typeof Visibility>

export const WORDS_MAX = 280
export const WHY_MAX = 500
export const WHO_MAX = 280
export const NOTES_MAX = 2000
/** “What helped?”, looking back. */
export const REFLECTION_MAX = 1000
export const PRESENT_MAX = 120
export const STEPS_MAX = 20
/** Steps that a service may have offered for one goal and that were not added. */
export const OFFERED_STEPS_MAX = 5
/** A step that was declined counts among them for so long: room for another must not tell of a no. */
export const DECLINED_COUNTS_DAYS = 30
export const COMMENT_MAX = 500
/** Of one service on one goal, those taken back apart. It bounds what a phone is given. */
export const COMMENTS_MAX = 100
/** Rated at once; the ratings of others stay. */
export const RATED_MAX = 3
/** Of one person, deleted ones apart. Nobody meets it; it bounds what a phone is given. */
export const GOALS_MAX = 300
/** What was deleted can be put back for so long. */
export const UNDO_DAYS = 14
/** Ratings that the snapshot holds; a goal's older ones are in its history. */
export const RATINGS_DAYS = 400

/** A goal in the person's own words. Written and ordered by nobody else. */
export const Goal = z.object({
  goalId: Id,
  words: z.string(),
  why: z.optional(z.string()),
  type: GoalType,
  visibility: Visibility,
  important: z.boolean(),
  targetDate: z.optional(LocalDate),
  whoCouldHelp: z.optional(z.string()),
  notes: z.optional(z.string()),
  reflection: z.optional(z.string()),
  origin: z.enum(['self', 'with_worker', 'care_plan', 'suggested']),
  state: GoalState,
  /** When it was made and when it first became active, by the device's clock and never in the server's future. */
  createdAt: Instant,
  activatedAt: z.optional(Instant),
  /** The person's own calendar day. Cleared when the goal is opened again; the history keeps it. */
  achievedOn: z.optional(LocalDate),
  /** One of the few that the person rates; counts only while active. */
  isRated: z.boolean(),
  /** Deleted, and back again until `UNDO_DAYS` have passed. */
  deletedAt: z.optional(Instant),
})
export type Goal = z.infer<typeof Goal>

export const Step = z.object({
  stepId: Id,
  goalId: Id,
  text: z.string(),
  due: z.optional(LocalDate),
  doneAt: z.optional(Instant),
  /** The worker who ticked it with the person present; absent when the person did. */
  assistedBy: z.optional(z.string()),
  position: z.number(),
  deletedAt: z.optional(Instant),
})
export type Step = z.infer<typeof Step>

/** “How close am I?”, 0 not at all to 10 all the way; one for each goal and local day, the last one said. */
export const GoalRating = z.object({
  ratingId: Id,
  goalId: Id,
  value: z.number(),
  forDate: LocalDate,
  recordedAt: Instant,
  /** Who was there, in the person's words. */
  present: z.optional(z.string()),
})
export type GoalRating = z.infer<typeof GoalRating>

/** A goal that a worker has in mind for the person: nothing of theirs until they take it up. */
export const SuggestedGoal = z.object({
  suggestionId: Id,
  words: z.string(),
  why: z.optional(z.string()),
  type: GoalType,
  serviceId: Id,
  serviceName: z.string(),
  byName: z.string(),
  byRole: z.optional(z.string()),
  suggestedAt: Instant,
})
export type SuggestedGoal = z.infer<typeof SuggestedGoal>

/** A step that a worker has in mind for a goal that is shared with their service. */
export const SuggestedStep = z.object({
  suggestionId: Id,
  goalId: Id,
  text: z.string(),
  serviceId: Id,
  byName: z.string(),
  byRole: z.optional(z.string()),
  suggestedAt: Instant,
})
export type SuggestedStep = z.infer<typeof SuggestedStep>

/**
 * What a worker wrote to the person about a goal that is shared with their service: the service's row, no part of the goal, and read by the
 * person and that team alone. Another service, whoever else sees the goal, never learns of it or of who wrote it.
 */
export const GoalComment = z.object({
  commentId: Id,
  goalId: Id,
  text: z.string(),
  serviceId: Id,
  serviceName: z.string(),
  byName: z.string(),
  byRole: z.optional(z.string()),
  writtenAt: Instant,
  /** Not yet looked at on any device. The person's alone to know. */
  isNew: z.boolean(),
})
export type GoalComment = z.infer<typeof GoalComment>

/** The same for the team that wrote it. Nothing of it tells whether it was read. */
export const TeamComment = z.object({
  ...z.omit(GoalComment, { serviceId: true, serviceName: true, isNew: true }).shape,
  /** The asker's own, which they may take back. */
  isMine: z.boolean(),
})
export type TeamComment = z.infer<typeof TeamComment>

/**
 * The same for the team that suggested it. `taken_up` while the person's own copy is shared with this team; a copy that they keep to themself
 * is `not_taken_up`, exactly as one that they did not want.
 */
export const TeamSuggestion = z.object({
  suggestionId: Id,
  words: z.string(),
  why: z.optional(z.string()),
  type: GoalType,
  byName: z.string(),
  byRole: z.optional(z.string()),
  suggestedAt: Instant,
  state: z.enum(['waiting', 'taken_up', 'not_taken_up']),
})
export type TeamSuggestion = z.infer<typeof TeamSuggestion>

/** A goal as a service it is shared with reads it, with its steps and ratings. */
export const SharedGoal = z.object({
  ...z.omit(Goal, { visibility: true, deletedAt: true, isRated: true }).shape,
  steps: z.array(z.omit(Step, { deletedAt: true })),
  ratings: z.array(GoalRating),
})
export type SharedGoal = z.infer<typeof SharedGoal>

/** A goal as it was until something changed it. */
export const GoalVersion = z.object({
  at: Instant,
  /** The act that ended it, `goal.change`. */
  act: z.string(),
  goal: z.optional(Goal),
  step: z.optional(Step),
  rating: z.optional(GoalRating),
})
export type GoalVersion = z.infer<typeof GoalVersion>

/** Everything of one person about goals, each list in the order of its ids. */
export const Goals = z.object({
  goals: z.array(Goal),
  steps: z.array(Step),
  ratings: z.array(GoalRating),
  /** Those that wait for an answer. */
  suggestions: z.array(SuggestedGoal),
  suggestedSteps: z.array(SuggestedStep),
  comments: z.array(GoalComment),
})
export type Goals = z.infer<typeof Goals>
