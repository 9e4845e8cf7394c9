import type { SharedTrackers } from '@weft/contract/trackers/operations.ts'
import type { Days } from '@weft/contract/trackers/overview.ts'
import { useWords } from '../../words/words.ts'

/** What the person wrote with what they share, newest first. `open` is what is shared at this moment. */
export function Notes({ data, open, days }: { data: SharedTrackers; open: ReadonlySet<string>; days: Days }) {
  const { trackers, time } = useWords()
  const { sleep = [], moods = [], problems } = data
  const lines = [
    ...(open.has('sleep') ? sleep : []).map((one) => ({ on: one.forDate, what: trackers.sleep, said: [one.note] })),
    ...problems
      .filter(({ problem }) => open.has(`problem:${problem.problemId}`))
      .flatMap(({ problem, ratings }) =>
        ratings.map((one) => ({
          on: one.forDate,
          what: problem.words,
          said: [one.note, one.whatHelped && trackers.helped(one.whatHelped)],
        })),
      ),
    ...(open.has('mood') ? moods : []).map((one) => ({
      on: one.forDate,
      what: trackers.mood,
      said: [one.feelings?.join(', '), one.note],
    })),
  ]
    .map((line) => ({ ...line, text: line.said.filter(Boolean).join(' · ') }))
    .filter(({ on, text }) => text && days.from <= on && on <= days.to)
    .sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))
  if (lines.length === 0) return null
  return (
    <section className="trackers__measure">
      <h3>{trackers.notes}</h3>
      <ul className="trackers__notes">
        {lines.map(({ on, what, text }) => (
          <li key={`${on} ${what} ${text}`}>
            <span className="trackers__caveat">{time.date(on)}</span> <bdi className="trackers__what">{what}</bdi>{' '}
            <bdi dir="auto">{text}</bdi>
          </li>
        ))}
      </ul>
    </section>
  )
}
