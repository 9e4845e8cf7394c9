import * as z from 'zod/mini'
import { PROMPT_MAX, TEXT_MAX } from '../diary/shapes.ts'
import {
  GOALS_MAX,
  GoalState,
  GoalType,
  NOTES_MAX,
  PRESENT_MAX,
  REFLECTION_MAX,
  STEPS_MAX,
  WHO_MAX,
  WHY_MAX,
  WORDS_MAX,
} from '../goals/shapes.ts'
import {
  KnownZone,
  REMINDERS_MAX,
  ReminderDays,
  ReminderTimes,
  ReminderTopic,
  ReminderWords,
} from '../notifications/shapes.ts'
import { Help } from '../own/choices.ts'
import * as plans from '../plans/shapes.ts'
import { Id, Instant, LocalDate, text, whole } from '../scalars.ts'
import { moodAnswers, ProblemState, ratingAnswers, SleepDiary, sleepAnswers } from '../trackers/shapes.ts'
import { isTooMuch, SEVERAL_MAX, THINGS_MAX } from './too-much.ts'

// `weft.json`: what a person made themself, to be brought back into this or another account. It holds no account, no sharing, nothing of a
// service and no time at which it was written, so that the same things give the same bytes. Only ever widen version 1.

/** Of the request that brings a file: some ten years of writing every day. */
export const FILE_MAX_BYTES = 5 * 1024 * 1024

/** Of one thing, one a day: some ten years. */
const several = <T extends z.core.$ZodType>(one: T) => z.array(one).check(z.maxLength(SEVERAL_MAX))
const many = <T extends z.core.$ZodType>(one: T) => z.array(one).check(z.maxLength(THINGS_MAX))

const Goal = z.strictObject({
  id: Id,
  createdAt: Instant,
  words: text(WORDS_MAX),
  why: z.optional(text(WHY_MAX)),
  type: GoalType,
  important: z.boolean(),
  targetDate: z.optional(LocalDate),
  whoCouldHelp: z.optional(text(WHO_MAX)),
  notes: z.optional(text(NOTES_MAX)),
  reflection: z.optional(text(REFLECTION_MAX)),
  origin: z.enum(['self', 'with_worker', 'care_plan', 'suggested']),
  state: GoalState,
  activatedAt: z.optional(Instant),
  achievedOn: z.optional(LocalDate),
  isRated: z.boolean(),
  /** In the person's own order. */
  steps: z
    .array(
      z.strictObject({
        position: whole(0, 100_000),
        text: text(WORDS_MAX),
        due: z.optional(LocalDate),
        doneAt: z.optional(Instant),
      }),
    )
    .check(z.maxLength(STEPS_MAX)),
  /** One a day, oldest first. */
  ratings: several(
    z.strictObject({
      forDate: LocalDate,
      recordedAt: Instant,
      value: whole(0, 10),
      present: z.optional(text(PRESENT_MAX)),
    }),
  ),
})
export type GoalOfFile = z.infer<typeof Goal>

/** One a date, oldest first. */
const Night = z.strictObject({
  forDate: LocalDate,
  recordedAt: Instant,
  zone: KnownZone,
  minutesSlept: z.optional(sleepAnswers.minutesSlept),
  timesWoken: sleepAnswers.timesWoken,
  note: sleepAnswers.note,
  diary: z.optional(SleepDiary),
})

const Problem = z.strictObject({
  id: Id,
  createdAt: Instant,
  words: text(120),
  state: ProblemState,
  /** One a date, oldest first. */
  ratings: several(z.strictObject({ forDate: LocalDate, recordedAt: Instant, ...ratingAnswers })),
})

const Mood = z.strictObject({ id: Id, forDate: LocalDate, recordedAt: Instant, ...moodAnswers })
const Moment = z.strictObject({ id: Id, onDate: LocalDate, words: text(80) })

const Entry = z.strictObject({
  id: Id,
  writtenAt: Instant,
  forDate: LocalDate,
  text: text(TEXT_MAX),
  prompt: z.optional(text(PROMPT_MAX)),
  mood: z.optional(whole(1, 5)),
  isPinned: z.optional(z.literal(true)),
})

const Coping = z.strictObject({
  id: Id,
  createdAt: Instant,
  words: text(plans.WORDS_MAX),
  whenToUse: z.optional(text(plans.WHEN_MAX)),
  trigger: z.optional(text(plans.WHEN_MAX)),
  pinnedAt: z.optional(Instant),
  /** “Used it” and “It helped”, oldest first. */
  taps: several(z.strictObject({ at: Instant, kind: plans.TapKind })),
})

const Lines = z.array(plans.PlanItem).check(z.maxLength(plans.ITEMS_MAX))
const SafetyPlan = z.strictObject({
  changedAt: Instant,
  parts: z.strictObject({
    signs: Lines,
    alone: Lines,
    distractions: Lines,
    people: Lines,
    professionals: Lines,
    safer: Lines,
    reasons: Lines,
  }),
})

const AboutText = z.optional(text(plans.ABOUT_ME_MAX))
const AboutMe = z.strictObject({
  changedAt: Instant,
  texts: z.strictObject(
    Object.fromEntries(plans.aboutMeKeys.map((key) => [key, AboutText])) as Record<plans.AboutMeKey, typeof AboutText>,
  ),
})

const Reminder = z.strictObject({
  id: Id,
  createdAt: Instant,
  about: ReminderTopic,
  words: z.optional(ReminderWords),
  times: ReminderTimes,
  days: ReminderDays,
  zone: KnownZone,
})

export const WeftFile = z.strictObject({
  format: z.literal('weft'),
  version: z.literal(1),
  helpWith: z.optional(z.array(Help).check(z.maxLength(6))),
  goals: z.array(Goal).check(z.maxLength(GOALS_MAX)),
  sleep: many(Night),
  problems: z.array(Problem).check(z.maxLength(1_000)),
  moods: many(Mood),
  moments: many(Moment),
  diary: many(Entry),
  coping: z.array(Coping).check(z.maxLength(plans.COPING_MAX)),
  safetyPlan: z.optional(SafetyPlan),
  aboutMe: z.optional(AboutMe),
  reminders: z.array(Reminder).check(z.maxLength(REMINDERS_MAX)),
})
export type WeftFile = z.infer<typeof WeftFile>

const things = {
  goals: Goal,
  sleep: Night,
  problems: Problem,
  moods: Mood,
  moments: Moment,
  diary: Entry,
  coping: Coping,
  reminders: Reminder,
}
const nothing: WeftFile = {
  format: 'weft',
  version: 1,
  goals: [],
  sleep: [],
  problems: [],
  moods: [],
  moments: [],
  diary: [],
  coping: [],
  reminders: [],
}

/** What is wrong with the first thing of a file that is none. */
function firstWrong(file: unknown): z.core.$ZodRawIssue[] {
  for (const [name, shape] of Object.entries(things)) {
    const list: unknown = (file as Record<string, unknown> | null)?.[name]
    if (!Array.isArray(list)) continue
    for (const [place, one] of list.entries()) {
      const { error } = z.safeParse(shape as z.ZodMiniType, one)
      const issues = error?.issues.slice(0, 20) ?? []
      if (error) return issues.map((issue) => ({ ...issue, path: [name, place, ...issue.path] }) as z.core.$ZodRawIssue)
    }
  }
  return []
}

/**
 * A file that somebody sends, who may mean harm: its size is looked at before any of it is read, and reading ends with the first thing that
 * is wrong, so that naming what is wrong never costs more than the file did.
 */
export const BroughtFile = z.pipe(
  z.transform((given: unknown, payload) => {
    if (isTooMuch(given)) payload.issues.push({ code: 'custom', message: 'holds too much', input: given })
    else payload.issues.push(...firstWrong(given))
    return payload.issues.length > 0 ? nothing : given
  }),
  WeftFile,
)
