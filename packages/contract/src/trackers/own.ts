import { defineOwnPart } from '../own/part.ts'
import { PERSON_ZONE } from '../scalars.ts'
import { applyTrackers } from './apply.ts'
import * as ops from './operations.ts'
import { trackersSlice } from './own-slice.ts'
import type { KeyMoment, MoodEntry, ProblemRating, ProblemState, SleepEntry, Trackers } from './shapes.ts'

type Answers = { personId: string; changeId: string }
const answersOf = <Input extends Answers>({ personId: _person, changeId: _change, ...rest }: Input) => rest

type Marked = { removedAt?: string | undefined }
const removed = <Row extends Marked>(rows: Row[], isMeant: (row: Row) => boolean, removedAt: string): Row[] =>
  rows.map((row) => (isMeant(row) ? { ...row, removedAt } : row))
const restored = <Row extends Marked>(rows: Row[], isMeant: (row: Row) => boolean): Row[] =>
  rows.map((row) => {
    if (!isMeant(row)) return row
    const { removedAt: _removedAt, ...kept } = row
    return kept as Row
  })

const isNight = (input: { forDate: string }) => (night: SleepEntry) => night.forDate === input.forDate
const isRating = (input: { problemId: string; forDate: string }) => (rating: ProblemRating) =>
  rating.problemId === input.problemId && rating.forDate === input.forDate
const isMood = (input: { moodId: string }) => (mood: MoodEntry) => mood.moodId === input.moodId
const isMoment = (input: { momentId: string }) => (moment: KeyMoment) => moment.momentId === input.momentId

const moved =
  (next: ProblemState) =>
  (state: Trackers, { problemId }: { problemId: string }): Trackers => ({
    ...state,
    problems: state.problems.map((one) => (one.problemId === problemId ? { ...one, state: next } : one)),
  })

/** Whatever is logged last for a day is what the day says, on this device as on the server. */
export const trackersPart = defineOwnPart({
  ...trackersSlice,
  pushes: {
    'sleep.log': ops.logSleep,
    'sleep.logFull': ops.logSleepDiary,
    'sleep.remove': ops.removeSleep,
    'sleep.restore': ops.restoreSleep,
    'problem.add': ops.addProblem,
    'problem.rename': ops.renameProblem,
    'problem.pause': ops.pauseProblem,
    'problem.retire': ops.retireProblem,
    'problem.resume': ops.resumeProblem,
    'problem.rate': ops.rateProblem,
    'problem.unrate': ops.unrateProblem,
    'problem.restoreRating': ops.restoreRating,
    'mood.log': ops.logMood,
    'mood.remove': ops.removeMood,
    'mood.restore': ops.restoreMood,
    'moment.mark': ops.markMoment,
    'moment.remove': ops.removeMoment,
    'moment.restore': ops.restoreMoment,
  },
  foresee: {
    'sleep.log': (state, input) => applyTrackers['sleep.logged'](state, { ...answersOf(input), zone: PERSON_ZONE }),
    'sleep.logFull': (state, input) => {
      const guessed = state.sleep.find(isNight(input))?.minutesSlept
      const { timesWoken } = input.diary
      return applyTrackers['sleep.logged'](state, {
        ...answersOf(input),
        ...(guessed !== undefined && { minutesSlept: guessed }),
        ...(timesWoken !== undefined && { timesWoken }),
        zone: PERSON_ZONE,
      })
    },
    'sleep.remove': (state, input, at) => ({ ...state, sleep: removed(state.sleep, isNight(input), at) }),
    'sleep.restore': (state, input) => ({ ...state, sleep: restored(state.sleep, isNight(input)) }),
    'problem.add': (state, { problemId, words }, at) =>
      state.problems.some((one) => one.problemId === problemId)
        ? state
        : applyTrackers['problem.changed'](state, { problemId, words, state: 'active', version: 1, createdAt: at }),
    'problem.rename': (state, { problemId, words }) => ({
      ...state,
      problems: state.problems.map((one) => (one.problemId === problemId ? { ...one, words } : one)),
    }),
    'problem.pause': moved('paused'),
    'problem.retire': moved('retired'),
    'problem.resume': moved('active'),
    'problem.rate': (state, input) => applyTrackers['problem.rated'](state, answersOf(input)),
    'problem.unrate': (state, input, at) => ({ ...state, ratings: removed(state.ratings, isRating(input), at) }),
    'problem.restoreRating': (state, input) => ({ ...state, ratings: restored(state.ratings, isRating(input)) }),
    'mood.log': (state, input) => applyTrackers['mood.logged'](state, answersOf(input)),
    'mood.remove': (state, input, at) => ({ ...state, moods: removed(state.moods, isMood(input), at) }),
    'mood.restore': (state, input) => ({ ...state, moods: restored(state.moods, isMood(input)) }),
    'moment.mark': (state, input) => applyTrackers['moment.marked'](state, answersOf(input)),
    'moment.remove': (state, input, at) => ({ ...state, moments: removed(state.moments, isMoment(input), at) }),
    'moment.restore': (state, input) => ({ ...state, moments: restored(state.moments, isMoment(input)) }),
  },
})
