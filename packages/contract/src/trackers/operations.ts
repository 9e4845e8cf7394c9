import * as z from 'zod/mini'
import { defineOperation } from '../operation.ts'
import { ownChange, ownWords } from '../own/part.ts'
import { Id, Instant, LocalDate, Nothing, text } from '../scalars.ts'
import {
  MoodEntry,
  moodAnswers,
  Problem,
  ProblemRating,
  ratingAnswers,
  SleepDiary,
  SleepEntry,
  sleepAnswers,
  Trackers,
} from './shapes.ts'

const NOTE = sleepAnswers.note
/** When the device recorded it; what may still be logged or changed is counted from here (`dayFault`). */
const onDay = { forDate: LocalDate, recordedAt: Instant }
const problems = ['same-id-other-words'] as const
const ownWrite = { permission: 'own.write', output: Nothing, problems } as const

/** The quick way: about how long, and how often awake. Takes the place of what the night said, a full diary too. Publishes `sleep.logged`. */
export const logSleep = defineOperation({
  name: 'sleep.log',
  method: 'PUT',
  path: '/api/people/:personId/sleep/:forDate',
  summary: 'Log a night quickly.',
  input: z.strictObject({ ...ownChange, ...onDay, ...sleepAnswers }),
  ...ownWrite,
})

/** The full diary of a night. A quick guess stays beside it. Refused when its times cannot be a night. Publishes `sleep.logged`. */
export const logSleepDiary = defineOperation({
  name: 'sleep.logFull',
  method: 'PUT',
  path: '/api/people/:personId/sleep/:forDate/full',
  summary: 'Log a night in full.',
  input: z.strictObject({ ...ownChange, ...onDay, diary: SleepDiary, note: NOTE }),
  ...ownWrite,
})

/** Removes a night; it can be brought back for 14 days. Publishes `sleep.logged`, as do all that change a night. */
export const removeSleep = defineOperation({
  name: 'sleep.remove',
  method: 'DELETE',
  path: '/api/people/:personId/sleep/:forDate',
  summary: 'Remove a night.',
  input: z.strictObject({ ...ownChange, forDate: LocalDate }),
  ...ownWrite,
})

/** Brings a removed night back as it was, unless another has been logged since. Publishes `sleep.logged`. */
export const restoreSleep = defineOperation({
  name: 'sleep.restore',
  method: 'POST',
  path: '/api/people/:personId/sleep/:forDate/restored',
  summary: 'Bring back a night that was removed.',
  input: z.strictObject({ ...ownChange, forDate: LocalDate }),
  ...ownWrite,
})

const Words = text(120)

/** Begins to track something. The sixth at once is `wrong-state`. Publishes `problem.changed`. */
export const addProblem = defineOperation({
  name: 'problem.add',
  method: 'POST',
  path: '/api/people/:personId/problems',
  summary: 'Track a problem, in my own words.',
  input: z.strictObject({ ...ownChange, problemId: Id, words: Words }),
  permission: 'own.write',
  output: Nothing,
  problems: ['same-id-other-words', 'id-taken', 'wrong-state'],
})

/** `conflict` when the words were changed elsewhere first. Earlier words are kept. Publishes `problem.changed`. */
export const renameProblem = defineOperation({
  name: 'problem.rename',
  method: 'PATCH',
  path: '/api/people/:personId/problems/:problemId',
  summary: 'Give a problem other words.',
  input: z.strictObject({
    ...ownChange,
    problemId: Id,
    words: Words,
    ...ownWords,
  }),
  permission: 'own.write',
  output: Nothing,
  problems: ['same-id-other-words', 'conflict'],
})

const move = (name: string, word: string, summary: string) =>
  defineOperation({
    name,
    method: 'POST',
    path: `/api/people/:personId/problems/:problemId/${word}`,
    summary,
    input: z.strictObject({ ...ownChange, problemId: Id }),
    permission: 'own.write',
    output: Nothing,
    problems: ['same-id-other-words', 'wrong-state'],
  })

/** These change nothing about what was rated. Each publishes `problem.changed`; resuming a sixth is `wrong-state`. */
export const pauseProblem = move('problem.pause', 'paused', 'Stop rating a problem for now.')
export const retireProblem = move('problem.retire', 'retired', 'Stop tracking a problem. Its ratings stay.')
export const resumeProblem = move('problem.resume', 'resumed', 'Track a paused or retired problem again.')

/** One rating a day: the last to be stored is what the day says, earlier ones are kept. Publishes `problem.rated`. */
export const rateProblem = defineOperation({
  name: 'problem.rate',
  method: 'PUT',
  path: '/api/people/:personId/problems/:problemId/ratings/:forDate',
  summary: 'Say how much a problem affected me on a day.',
  input: z.strictObject({ ...ownChange, problemId: Id, ...onDay, ...ratingAnswers }),
  ...ownWrite,
})

/** It can be brought back for 14 days. Publishes `problem.rated`. */
export const unrateProblem = defineOperation({
  name: 'problem.unrate',
  method: 'DELETE',
  path: '/api/people/:personId/problems/:problemId/ratings/:forDate',
  summary: 'Remove the rating of a day.',
  input: z.strictObject({ ...ownChange, problemId: Id, forDate: LocalDate }),
  ...ownWrite,
})

/** Unless the day has been rated again since. Publishes `problem.rated`. */
export const restoreRating = defineOperation({
  name: 'problem.restoreRating',
  method: 'POST',
  path: '/api/people/:personId/problems/:problemId/ratings/:forDate/restored',
  summary: 'Bring back a rating that was removed.',
  input: z.strictObject({ ...ownChange, problemId: Id, forDate: LocalDate }),
  ...ownWrite,
})

/** With an id that is known: changes that mood; earlier values are kept. Publishes `mood.logged`. */
export const logMood = defineOperation({
  name: 'mood.log',
  method: 'PUT',
  path: '/api/people/:personId/moods/:moodId',
  summary: 'Log how I feel.',
  input: z.strictObject({ ...ownChange, moodId: Id, ...onDay, ...moodAnswers }),
  permission: 'own.write',
  output: Nothing,
  problems: ['same-id-other-words', 'id-taken'],
})

/** It can be brought back for 14 days. Publishes `mood.logged`. */
export const removeMood = defineOperation({
  name: 'mood.remove',
  method: 'DELETE',
  path: '/api/people/:personId/moods/:moodId',
  summary: 'Remove a mood.',
  input: z.strictObject({ ...ownChange, moodId: Id }),
  ...ownWrite,
})

/** Publishes `mood.logged`. */
export const restoreMood = defineOperation({
  name: 'mood.restore',
  method: 'POST',
  path: '/api/people/:personId/moods/:moodId/restored',
  summary: 'Bring back a mood that was removed.',
  input: z.strictObject({ ...ownChange, moodId: Id }),
  ...ownWrite,
})

/** Something to find again on the charts; any day up to today. With an id that is known: changes it. Publishes `moment.marked`. */
export const markMoment = defineOperation({
  name: 'moment.mark',
  method: 'PUT',
  path: '/api/people/:personId/moments/:momentId',
  summary: 'Mark something that happened.',
  input: z.strictObject({ ...ownChange, momentId: Id, words: text(80), onDate: LocalDate }),
  permission: 'own.write',
  output: Nothing,
  problems: ['same-id-other-words', 'id-taken'],
})

/** It can be brought back for 14 days. Publishes `moment.marked`. */
export const removeMoment = defineOperation({
  name: 'moment.remove',
  method: 'DELETE',
  path: '/api/people/:personId/moments/:momentId',
  summary: 'Remove a mark.',
  input: z.strictObject({ ...ownChange, momentId: Id }),
  ...ownWrite,
})

/** Publishes `moment.marked`. */
export const restoreMoment = defineOperation({
  name: 'moment.restore',
  method: 'POST',
  path: '/api/people/:personId/moments/:momentId/restored',
  summary: 'Bring back a mark that was removed.',
  input: z.strictObject({ ...ownChange, momentId: Id }),
  ...ownWrite,
})

/** Days of a window, for what is older than a device holds. At most 90 days and the 90 before them, which a trend is told against. */
const between = { from: LocalDate, to: LocalDate }

export const listTrackers = defineOperation({
  name: 'trackers.list',
  method: 'GET',
  path: '/api/people/:personId/trackers',
  summary: 'My own entries between two dates.',
  permission: 'own.read',
  input: z.strictObject({ personId: Id, ...between }),
  output: Trackers,
})

/** What something said until it was changed. Of each, one is there. */
const TrackerVersion = z.object({
  until: Instant,
  night: z.optional(SleepEntry),
  rating: z.optional(ProblemRating),
  mood: z.optional(MoodEntry),
})

/** What the entries of one day said before, newest first; with `problemId` the ratings of that problem. Of 14 days’ undo and shared things alike, only the owner’s. */
export const listVersions = defineOperation({
  name: 'trackers.history',
  method: 'GET',
  path: '/api/people/:personId/trackers/:forDate/history',
  summary: 'What my entries of a day said before I changed them.',
  permission: 'own.read',
  input: z.strictObject({ personId: Id, forDate: LocalDate, problemId: z.optional(Id) }),
  output: z.object({ versions: z.array(TrackerVersion) }),
})

/** What a person shares with one service, exactly. What is not shared is absent, as is what does not exist. */
export const SharedTrackers = z.object({
  sleep: z.optional(z.array(SleepEntry)),
  moods: z.optional(z.array(MoodEntry)),
  problems: z.array(z.object({ problem: Problem, ratings: z.array(ProblemRating) })),
})
export type SharedTrackers = z.infer<typeof SharedTrackers>

/** Team of the service: what the person shares with it, between two dates. */
export const listSharedTrackers = defineOperation({
  name: 'trackers.listShared',
  method: 'GET',
  path: '/api/people/:personId/services/:serviceId/trackers',
  summary: 'The trackers that a person shares with this service.',
  permission: 'trackers.readShared',
  input: z.strictObject({ personId: Id, serviceId: Id, ...between }),
  output: SharedTrackers,
})
