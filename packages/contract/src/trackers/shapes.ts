import * as z from 'zod/mini'
import { Flag, Id, Instant, LocalDate, LocalTime, text, whole, Zone } from '../scalars.ts'

/** Problems that may be tracked at once; paused and retired ones do not count. */
export const ACTIVE_PROBLEMS_MAX = 5
export const FEELINGS_MAX = 3
export const NOTE_MAX = 1000

/** A removed entry is kept so long, to be brought back. */
export const RESTORE_DAYS = 14

const Note = z.optional(text(NOTE_MAX))
/** Only its owner’s devices ever see a removed row, so that they can bring it back; `shown` leaves them out. */
const removable = { removedAt: z.optional(Instant) }
const Minutes = whole(0, 1440)

/** Answers of the full sleep diary; each may be skipped. Times are local, of the night that ended on the entry's date. Minutes. */
export const SleepDiary = z.strictObject({
  intoBed: z.optional(LocalTime),
  triedToSleep: z.optional(LocalTime),
  /** SOL. */
  minutesToSleep: z.optional(Minutes),
  /** Not counting the final waking. 10 stands for 10 or more. */
  timesWoken: z.optional(whole(0, 10)),
  /** WASO. */
  minutesAwake: z.optional(Minutes),
  finalWake: z.optional(LocalTime),
  outOfBed: z.optional(LocalTime),
  /** 1 very poor … 5 very good. */
  quality: z.optional(whole(1, 5)),
  napMinutes: z.optional(Minutes),
  caffeineAfterNoon: z.optional(Flag),
  alcohol: z.optional(Flag),
  sleepMedicine: z.optional(Flag),
})
export type SleepDiary = z.infer<typeof SleepDiary>

/** What is asked when a night is logged quickly. */
export const sleepAnswers = {
  minutesSlept: whole(0, 1440).check(z.multipleOf(30)),
  /** 10 stands for 10 or more. */
  timesWoken: z.optional(whole(0, 10)),
  note: Note,
}

/** One night, by the local date of waking. There is one for each date: whatever is logged last is what it says. */
export const SleepEntry = z.object({
  forDate: LocalDate,
  /** As guessed, quickly; kept beside a full diary. Use `minutesSlept` of sleep.ts to show it. */
  minutesSlept: z.optional(z.number()),
  timesWoken: z.optional(z.number()),
  note: z.optional(z.string()),
  diary: z.optional(SleepDiary),
  /** Whose clock the diary's times are on. */
  zone: Zone,
  recordedAt: Instant,
  ...removable,
})
export type SleepEntry = z.infer<typeof SleepEntry>

export const ProblemState = z.enum(['active', 'paused', 'retired'])
export type ProblemState = z.infer<typeof ProblemState>

/** Something a person keeps an eye on, in their own words. */
export const Problem = z.object({
  problemId: Id,
  words: z.string(),
  state: ProblemState,
  version: z.number(),
  createdAt: Instant,
})
export type Problem = z.infer<typeof Problem>

export const ratingAnswers = {
  /** 0 very little … 10 a great deal. */
  value: whole(0, 10),
  note: Note,
  whatHelped: Note,
}

/** How much a problem affected somebody on one day. One for each date. */
export const ProblemRating = z.object({
  problemId: Id,
  forDate: LocalDate,
  value: z.number(),
  note: z.optional(z.string()),
  whatHelped: z.optional(z.string()),
  recordedAt: Instant,
  ...removable,
})
export type ProblemRating = z.infer<typeof ProblemRating>

export const moodAnswers = {
  /** 1 very low … 5 very good. */
  face: whole(1, 5),
  feelings: z.optional(z.array(text(40)).check(z.maxLength(FEELINGS_MAX))),
  note: Note,
}

/** A mood; a day may have several. */
export const MoodEntry = z.object({
  moodId: Id,
  forDate: LocalDate,
  face: z.number(),
  feelings: z.optional(z.array(z.string())),
  note: z.optional(z.string()),
  recordedAt: Instant,
  ...removable,
})
export type MoodEntry = z.infer<typeof MoodEntry>

/** Something that happened, to find it again on the charts: “Started new medicine”. Only its owner sees it. */
export const KeyMoment = z.object({ momentId: Id, words: z.string(), onDate: LocalDate, ...removable })
export type KeyMoment = z.infer<typeof KeyMoment>

/** A person's trackers as their devices hold them. Days newest first; problems in the order they were begun. */
export const Trackers = z.object({
  sleep: z.array(SleepEntry),
  problems: z.array(Problem),
  ratings: z.array(ProblemRating),
  moods: z.array(MoodEntry),
  moments: z.array(KeyMoment),
})
export type Trackers = z.infer<typeof Trackers>

/** Days before today that a person's devices hold; earlier ones are asked for by the window. */
export const DAYS_HELD = 400

/** Removed rows whose 14 days are over; devices forget them too. `ratings` are keys of apply.ts. */
export const Erased = z.object({
  nights: z.array(LocalDate),
  ratings: z.array(z.string()),
  moodIds: z.array(Id),
  momentIds: z.array(Id),
})
export type Erased = z.infer<typeof Erased>
