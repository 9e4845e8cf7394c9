import { addDays } from '../conversations/zone-time.ts'
import type { MoodEntry, ProblemRating, SleepEntry } from './shapes.ts'
import { minutesSlept } from './sleep.ts'

/** How many local days may be looked at together (domain.md 5). */
export const spans = [7, 28, 90] as const
export type Span = (typeof spans)[number]

/** Entries that a span and the one before it each need before anything is said about a trend. */
const TREND_NEEDS = 5

/** Local dates, both ends included. */
export interface Days {
  from: string
  to: string
}

/** The `span` days that end on a date. */
export function daysUntil(to: string, span: Span): Days {
  return { from: addDays(to, 1 - span), to }
}

export function earlier({ from }: Days, span: Span): Days {
  return daysUntil(addDays(from, -1), span)
}

/** The next window, moved by exactly one; nothing when it would reach beyond today. */
export function later({ to }: Days, span: Span, today: string): Days | undefined {
  const next = addDays(to, span)
  return next > today ? undefined : daysUntil(next, span)
}

/** Every date of a window, oldest first. */
export function datesOf({ from, to }: Days): string[] {
  const dates: string[] = []
  for (let date = from; date <= to; date = addDays(date, 1)) dates.push(date)
  return dates
}

/** What is measured. Sleep is in minutes; problems are 0 to 10, moods 1 to 5. The two kinds of scale never share a chart. */
export type Measure = 'sleep' | 'problem' | 'mood'

/** A day of a chart; without a value it is a gap, never a zero. */
export interface Point {
  date: string
  value?: number
}

export type Trend = 'lower' | 'a-little-lower' | 'about-the-same' | 'a-little-higher' | 'higher'

export interface Overview {
  /** Oldest first, one for each day. */
  points: Point[]
  recorded: number
  /** Over the recorded days: minutes rounded down to a whole one, scales to 1 decimal. */
  mean?: number
  /** Nothing without `TREND_NEEDS` entries here and in the span before: “Not enough days yet to say”. */
  trend?: Trend
}

/** One measure over a window, and how it compares with the window before. `values` holds days of both. */
export function overviewOf(measure: Measure, values: ReadonlyMap<string, number>, days: Days, span: Span): Overview {
  const points = pointsOf(values, days)
  const recorded = recordedIn(points)
  const before = recordedIn(pointsOf(values, earlier(days, span)))
  const isEnough = Math.min(recorded.length, before.length) >= TREND_NEEDS
  return {
    points,
    recorded: recorded.length,
    ...(recorded.length > 0 && { mean: rounded(measure, meanOf(recorded)) }),
    ...(isEnough && { trend: trendOf(measure, meanOf(recorded) - meanOf(before)) }),
  }
}

/** Minutes slept by date. A night without enough answers to tell is a gap. */
export function sleepByDate(entries: readonly SleepEntry[]): Map<string, number> {
  return byDate(entries, minutesSlept)
}

export function ratingsByDate(ratings: readonly ProblemRating[], problemId: string): Map<string, number> {
  const own = ratings.filter((rating) => rating.problemId === problemId)
  return byDate(own, (rating) => rating.value)
}

/** The mean of a day's moods, 1 decimal. */
export function moodByDate(moods: readonly MoodEntry[]): Map<string, number> {
  const days = new Map<string, number[]>()
  for (const { forDate, face } of moods) days.set(forDate, [...(days.get(forDate) ?? []), face])
  return new Map([...days].map(([date, faces]) => [date, rounded('mood', meanOf(faces))]))
}

/** The mean as it is shown; `undefined` over nothing. */
export function meanShown(measure: Measure, values: readonly number[]): number | undefined {
  return values.length > 0 ? rounded(measure, meanOf(values)) : undefined
}

function byDate<Entry extends { forDate: string }>(
  entries: readonly Entry[],
  valueIn: (entry: Entry) => number | undefined,
): Map<string, number> {
  const values = new Map<string, number>()
  for (const entry of entries) {
    const value = valueIn(entry)
    if (value !== undefined) values.set(entry.forDate, value)
  }
  return values
}

function pointsOf(values: ReadonlyMap<string, number>, days: Days): Point[] {
  return datesOf(days).map((date) => {
    const value = values.get(date)
    return value === undefined ? { date } : { date, value }
  })
}

const recordedIn = (points: readonly Point[]) => points.flatMap(({ value }) => (value === undefined ? [] : [value]))

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

const rounded = (measure: Measure, value: number) =>
  measure === 'sleep' ? Math.floor(value) : Math.round(value * 10) / 10

/** Differences of means from which it is “a little”, and from which it is more than that. Minutes, and points of the scale. */
const steps: Record<Measure, { little: number; much: number }> = {
  sleep: { little: 10, much: 60 },
  problem: { little: 0.3, much: 2 },
  mood: { little: 0.2, much: 1 },
}

function trendOf(measure: Measure, difference: number): Trend {
  const { little, much } = steps[measure]
  // Of means that differ by 0.2 the machine makes a little less.
  const size = Math.round(Math.abs(difference) * 100) / 100
  if (size < little) return 'about-the-same'
  if (size < much) return difference > 0 ? 'a-little-higher' : 'a-little-lower'
  return difference > 0 ? 'higher' : 'lower'
}
