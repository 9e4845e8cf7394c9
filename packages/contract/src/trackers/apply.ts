import { upsert } from '../own/part.ts'
import type { Erased, KeyMoment, MoodEntry, Problem, ProblemRating, SleepEntry, Trackers } from './shapes.ts'

type Order<Row> = (a: Row, b: Row) => number
const ascending = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

export const ratingKey = ({ problemId, forDate }: { problemId: string; forDate: string }) => `${forDate} ${problemId}`
const nightKey = (night: SleepEntry) => night.forDate
const moodKey = (mood: MoodEntry) => mood.moodId
const problemKey = (problem: Problem) => problem.problemId
const momentKey = (moment: KeyMoment) => moment.momentId

const latestNight: Order<SleepEntry> = (a, b) => ascending(b.forDate, a.forDate)
const latestRating: Order<ProblemRating> = (a, b) => ascending(ratingKey(b), ratingKey(a))
const latestMood: Order<MoodEntry> = (a, b) =>
  ascending(b.forDate, a.forDate) || ascending(b.recordedAt, a.recordedAt) || ascending(b.moodId, a.moodId)
const latestMoment: Order<KeyMoment> = (a, b) => ascending(b.onDate, a.onDate) || ascending(b.momentId, a.momentId)
const firstBegun: Order<Problem> = (a, b) => ascending(a.createdAt, b.createdAt) || ascending(a.problemId, b.problemId)

/** The lists in the order in which everybody holds them. */
export function inOrder({ sleep, problems, ratings, moods, moments }: Trackers): Trackers {
  return {
    sleep: [...sleep].sort(latestNight),
    problems: [...problems].sort(firstBegun),
    ratings: [...ratings].sort(latestRating),
    moods: [...moods].sort(latestMood),
    moments: [...moments].sort(latestMoment),
  }
}

/** What each event does to a person's trackers; the same on server tests and the app. */
export const applyTrackers = {
  'sleep.logged': (state: Trackers, night: SleepEntry): Trackers => ({
    ...state,
    sleep: upsert(state.sleep, night, nightKey, latestNight),
  }),
  'problem.changed': (state: Trackers, problem: Problem): Trackers => ({
    ...state,
    problems: upsert(state.problems, problem, problemKey, firstBegun),
  }),
  'problem.rated': (state: Trackers, rating: ProblemRating): Trackers => ({
    ...state,
    ratings: upsert(state.ratings, rating, ratingKey, latestRating),
  }),
  'mood.logged': (state: Trackers, mood: MoodEntry): Trackers => ({
    ...state,
    moods: upsert(state.moods, mood, moodKey, latestMood),
  }),
  'moment.marked': (state: Trackers, moment: KeyMoment): Trackers => ({
    ...state,
    moments: upsert(state.moments, moment, momentKey, latestMoment),
  }),
  'trackers.erased': (state: Trackers, gone: Erased): Trackers => ({
    ...state,
    sleep: state.sleep.filter((night) => !gone.nights.includes(nightKey(night))),
    ratings: state.ratings.filter((rating) => !gone.ratings.includes(ratingKey(rating))),
    moods: state.moods.filter((mood) => !gone.moodIds.includes(mood.moodId)),
    moments: state.moments.filter((moment) => !gone.momentIds.includes(moment.momentId)),
  }),
}

/** Without what was removed: what screens show, and what anybody else is ever given. */
export function shown({ sleep, problems, ratings, moods, moments }: Trackers): Trackers {
  return {
    sleep: sleep.filter(isKept),
    problems,
    ratings: ratings.filter(isKept),
    moods: moods.filter(isKept),
    moments: moments.filter(isKept),
  }
}

export const isKept = ({ removedAt }: { removedAt?: string | undefined }) => removedAt === undefined
