import type { GoalRating } from '@weft/contract/goals/shapes.ts'
import { Chart } from '@weft/ui/chart/chart.tsx'
import { useState } from 'react'
import { useDates, useWords } from '../../words/words-provider.tsx'

/** As many as are told apart on a small phone; the table is of the same. */
const SHOWN = 12
const lines = [0, 5, 10].map((value) => ({ value, label: String(value) }))

/** What was said before, the last few times; its own chunk, for the chart is not needed before first paint. */
export default function PastRatings({ ratings }: { ratings: readonly GoalRating[] }) {
  const { goals: words } = useWords()
  const say = words.rating
  const dates = useDates()
  const [isTable, setTable] = useState(false)
  const shown = ratings.slice(-SHOWN)
  const last = shown.at(-1)
  if (!last) return null
  const sentence = say.sentence(String(last.value), say.times(ratings.length))
  if (shown.length === 1) return <p>{sentence}</p>
  return (
    <Chart
      title={say.chart}
      level={3}
      look="line"
      sentence={sentence}
      lines={lines}
      points={shown.map(({ forDate, value, present }) => ({
        key: forDate,
        label: dates.day(forDate),
        value,
        text: say.of(String(value)),
        ...(present && { moment: say.with(present) }),
      }))}
      axisLabel={(point) => dates.shortDay(point.key, 'date')}
      isTable={isTable}
      onTableChange={setTable}
    />
  )
}
