import {
  type Days,
  moodByDate,
  type Overview,
  overviewOf,
  ratingsByDate,
  type Span,
  sleepByDate,
} from '@weft/contract/trackers/overview.ts'
import type { KeyMoment, Trackers } from '@weft/contract/trackers/shapes.ts'
import type { ChartLine, ChartPoint } from '@weft/ui/chart/points.ts'
import type { Dates } from '../../words/dates.ts'
import type { Words } from '../../words/words.ts'
import { dayOf, duration } from './say.ts'

/** One chart of the overview, in words. */
export interface Shown {
  key: string
  scope: string
  title: string
  sentence: string
  points: ChartPoint[]
  lines: ChartLine[]
  look: 'bars' | 'line'
  shape: 'circle' | 'square' | 'diamond'
  recorded: number
}

interface Speech {
  words: Words
  dates: Dates
}

/** Every measure that somebody tracks, over a window: sleep, each problem, mood. None without an entry anywhere. */
export function measuresOf(trackers: Trackers, days: Days, span: Span, speech: Speech): Shown[] {
  const { track } = speech.words
  const { sleep, mood, problem, noNights, noDays } = track.overview
  const pointsOf = (overview: Overview, text: (value: number) => string) =>
    chartPoints(overview, trackers.moments, text, speech)
  const trendOf = ({ trend, recorded }: Overview) => {
    if (trend) return track.overview.trends[trend](span)
    return recorded > 0 ? track.overview.noTrend : ''
  }
  const said = (overview: Overview, none: string, mean: (value: number) => string) =>
    overview.mean === undefined ? none : [mean(overview.mean), trendOf(overview)].join(' ')

  const shown: Shown[] = []
  if (trackers.sleep.length > 0) {
    const overview = overviewOf('sleep', sleepByDate(trackers.sleep), days, span)
    shown.push({
      key: 'sleep',
      scope: 'sleep',
      title: track.sleep,
      sentence: said(overview, noNights(span), (mean) => sleep(duration(mean, speech.words), overview.recorded, span)),
      points: pointsOf(overview, (minutes) => duration(minutes, speech.words)),
      lines: hoursUpTo(overview).map((hour) => ({ value: hour * 60, label: track.hoursShort(hour) })),
      look: 'bars',
      shape: 'circle',
      recorded: overview.recorded,
    })
  }
  for (const { problemId, words, state } of trackers.problems) {
    const values = ratingsByDate(trackers.ratings, problemId)
    const overview = overviewOf('problem', values, days, span)
    if (values.size === 0 || (state === 'retired' && overview.recorded === 0)) continue
    shown.push({
      key: problemId,
      scope: `problem:${problemId}`,
      title: words,
      sentence: said(overview, noDays(span), (mean) => problem(mean, overview.recorded, span)),
      points: pointsOf(overview, track.problem.rated),
      lines: [0, 5, 10].map((value) => ({ value, label: String(value) })),
      look: 'line',
      shape: 'square',
      recorded: overview.recorded,
    })
  }
  if (trackers.moods.length > 0) {
    const overview = overviewOf('mood', moodByDate(trackers.moods), days, span)
    shown.push({
      key: 'mood',
      scope: 'mood',
      title: track.mood,
      sentence: said(overview, noDays(span), (mean) => mood(mean, overview.recorded, span)),
      points: pointsOf(overview, track.overview.outOfFive),
      lines: [1, 3, 5].map((value) => ({ value, label: String(value) })),
      look: 'line',
      shape: 'diamond',
      recorded: overview.recorded,
    })
  }
  return shown
}

function chartPoints(
  { points }: Overview,
  moments: readonly KeyMoment[],
  text: (value: number) => string,
  { dates }: Speech,
): ChartPoint[] {
  return points.map(({ date, value }) => {
    const happened = moments.filter((moment) => moment.onDate === date).map((moment) => moment.words)
    return {
      key: date,
      label: dayOf(date, dates),
      ...(value !== undefined && { value, text: text(value) }),
      ...(happened.length > 0 && { moment: happened.join('. ') }),
    }
  })
}

/** Four lines as far apart as the longest night needs: 0, 4, 8 and 12 hours, and more for whoever slept longer. */
function hoursUpTo({ points }: Overview): number[] {
  const longest = Math.max(0, ...points.map(({ value = 0 }) => value)) / 60
  const step = longest > 18 ? 8 : longest > 12 ? 6 : 4
  return [0, 1, 2, 3].map((line) => line * step)
}
