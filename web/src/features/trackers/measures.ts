import type { SharedTrackers } from '@weft/contract/trackers/operations.ts'
import {
  type Days,
  moodByDate,
  type Overview,
  overviewOf,
  ratingsByDate,
  type Span,
  sleepByDate,
} from '@weft/contract/trackers/overview.ts'
import type { ChartLine, ChartPoint } from '@weft/ui/chart/points.ts'
import type { Words } from '../../words/words.ts'

export interface Shown {
  key: string
  title: string
  sentence: string
  points: ChartPoint[]
  lines: ChartLine[]
  look: 'bars' | 'line'
  shape: 'circle' | 'square' | 'diamond'
}

const scale = (...values: number[]): ChartLine[] => values.map((value) => ({ value, label: String(value) }))

/** A chart for each shared kind. `open` is what is shared at this moment: what was read a moment before is not shown without it. */
export function measuresOf(
  { sleep = [], moods = [], problems }: SharedTrackers,
  open: ReadonlySet<string>,
  days: Days,
  span: Span,
  words: Words,
): Shown[] {
  const { trackers: say } = words
  const chart = (overview: Overview, text: (value: number) => string, mean: (value: number) => string) => ({
    sentence: [
      overview.mean === undefined ? say.none(span) : mean(overview.mean),
      overview.trend ? say.trends[overview.trend](span) : overview.recorded > 0 && say.noTrend,
    ]
      .filter(Boolean)
      .join(' '),
    points: overview.points.map(({ date, value }) => ({
      key: date,
      label: words.time.date(date),
      ...(value !== undefined && { value, text: text(value) }),
    })),
  })
  const shown: Shown[] = []
  if (open.has('sleep')) {
    const overview = overviewOf('sleep', sleepByDate(sleep), days, span)
    const longest = Math.max(0, ...overview.points.map(({ value = 0 }) => value)) / 60
    const step = longest > 18 ? 8 : longest > 12 ? 6 : 4
    shown.push({
      key: 'sleep',
      title: say.sleep,
      lines: [0, 1, 2, 3].map((line) => ({ value: line * step * 60, label: `${line * step} h` })),
      look: 'bars',
      shape: 'circle',
      ...chart(overview, say.duration, (mean) => say.nights(say.duration(mean), overview.recorded, span)),
    })
  }
  for (const { problem, ratings } of problems) {
    if (!open.has(`problem:${problem.problemId}`)) continue
    const overview = overviewOf('problem', ratingsByDate(ratings, problem.problemId), days, span)
    const text = (value: number) => say.outOf(value, 10)
    shown.push({
      key: problem.problemId,
      title: problem.words,
      lines: scale(0, 5, 10),
      look: 'line',
      shape: 'square',
      ...chart(overview, text, (mean) => say.daysOf(text(mean), overview.recorded, span)),
    })
  }
  if (open.has('mood')) {
    const overview = overviewOf('mood', moodByDate(moods), days, span)
    const text = (value: number) => say.outOf(value, 5)
    shown.push({
      key: 'mood',
      title: say.mood,
      lines: scale(1, 3, 5),
      look: 'line',
      shape: 'diamond',
      ...chart(overview, text, (mean) => say.daysOf(text(mean), overview.recorded, span)),
    })
  }
  return shown
}
