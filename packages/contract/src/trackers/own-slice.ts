import { defineOwnSlice } from '../own/part.ts'
import { applyTrackers } from './apply.ts'
import { Erased, KeyMoment, MoodEntry, Problem, ProblemRating, SleepEntry, Trackers } from './shapes.ts'

/** Trackers in the feed of everything a person owns. */
export const trackersSlice = defineOwnSlice({
  state: Trackers,
  empty: { sleep: [], problems: [], ratings: [], moods: [], moments: [] },
  events: {
    'sleep.logged': SleepEntry,
    'problem.changed': Problem,
    'problem.rated': ProblemRating,
    'mood.logged': MoodEntry,
    'moment.marked': KeyMoment,
    'trackers.erased': Erased,
  },
  apply: applyTrackers,
})
