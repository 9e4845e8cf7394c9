import { type Days, datesOf } from '@weft/contract/trackers/overview.ts'
import type { Trackers } from '@weft/contract/trackers/shapes.ts'
import type { Dates } from '../../words/dates.ts'
import type { Words } from '../../words/words.ts'
import { useDates, useWords } from '../../words/words-provider.tsx'
import { dayOf, nightIn } from './say.ts'

export interface DayLine {
  key: string
  what: string
  value: string
  note: string
}

/** What was logged for one date, in words. */
export function linesOf(trackers: Trackers, date: string, words: Words): DayLine[] {
  const { track } = words
  const isOn = (one: { forDate: string }) => one.forDate === date
  const line = (key: string, what: string, value: string, ...notes: (string | undefined)[]): DayLine => ({
    key,
    what,
    value,
    note: notes.filter(Boolean).join(' · '),
  })
  return [
    ...trackers.sleep
      .filter(isOn)
      .map((one) => line('sleep', track.sleep, nightIn(one, words) || track.saved, one.note)),
    ...trackers.problems.flatMap(({ problemId, words: name }) =>
      trackers.ratings
        .filter((one) => isOn(one) && one.problemId === problemId)
        .map((one) => line(problemId, name, track.problem.rated(one.value), one.note, one.whatHelped)),
    ),
    ...trackers.moods
      .filter(isOn)
      .map((one) => line(one.moodId, track.mood, track.moods.faces[one.face as 1], one.feelings?.join(', '), one.note)),
  ]
}

export function daysWithLines(trackers: Trackers, days: Days, words: Words, dates: Dates) {
  return datesOf(days)
    .reverse()
    .map((date) => ({ date, day: dayOf(date, dates), lines: linesOf(trackers, date, words) }))
    .filter(({ lines }) => lines.length > 0)
}

/** Every day of the window on which something was logged, newest first, with its notes. */
export function DayList({ trackers, days }: { trackers: Trackers; days: Days }) {
  const words = useWords()
  const dates = useDates()
  const all = daysWithLines(trackers, days, words, dates)
  if (all.length === 0) return null
  return (
    <section className="overview__days">
      <h2>{words.track.overview.dayList}</h2>
      <ol className="overview__list">
        {all.map(({ date, day, lines }) => (
          <li key={date}>
            <h3>{day}</h3>
            <ul className="overview__lines">
              {lines.map((line) => (
                <li key={line.key}>
                  <p>
                    <bdi className="overview__what">{line.what}</bdi> {line.value}
                  </p>
                  {line.note && (
                    <p className="track-note" dir="auto">
                      {line.note}
                    </p>
                  )}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  )
}
