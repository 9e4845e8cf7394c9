import { useState } from 'react'
import type { Fixture } from '../fixtures-page/fixture.ts'
import { Chart, type ChartProps } from './chart.tsx'
import type { ChartPoint } from './points.ts'

function Held({ isTable: first, ...props }: Omit<ChartProps, 'onTableChange'>) {
  const [isTable, setTable] = useState(first)
  return <Chart {...props} isTable={isTable} onTableChange={setTable} />
}

const hours = (minutes: number) => `${Math.floor(minutes / 60)} hours${minutes % 60 ? ` ${minutes % 60} minutes` : ''}`
const days = (values: readonly (number | undefined)[], text: (value: number) => string): ChartPoint[] =>
  values.map((value, at) => ({
    key: String(at),
    label: `${at + 1} November`,
    ...(value !== undefined && { value, text: text(value) }),
  }))

const nights = days([360, 390, undefined, 330, 480, undefined, 375], hours)
const month = days(
  Array.from({ length: 28 }, (_, at) => (at % 5 === 3 ? undefined : 3 + ((at * 7) % 5))),
  (value) => `${value} out of 10`,
)
const quarter = days(
  Array.from({ length: 90 }, (_, at) => (at % 11 < 3 ? undefined : 2 + ((at * 3) % 4))),
  (value) => `${value} out of 5`,
)

const sleep = {
  title: 'Sleep',
  sentence: 'Sleep: about 6 hours 27 minutes, from 5 of 7 nights.',
  points: nights,
  lines: [0, 4, 8, 12].map((hour) => ({ value: hour * 60, label: `${hour} h` })),
  axisLabel: (point: ChartPoint) => point.label.replace('ember', ''),
  look: 'bars' as const,
}
const tens = [0, 5, 10].map((value) => ({ value, label: String(value) }))

export const fixtures: Fixture[] = [
  { state: 'a week with gaps', show: <Held {...sleep} isTable={false} /> },
  { state: 'a week as a table', show: <Held {...sleep} isTable /> },
  {
    state: 'four weeks with something that happened',
    show: (
      <Held
        {...sleep}
        title="Voices"
        sentence="Voices: 5 out of 10, from 22 of 28 days. A little lower than the 28 days before."
        points={month.map((point, at) => (at === 16 ? { ...point, moment: 'Started new medicine' } : point))}
        lines={tens}
        look="line"
        shape="square"
        isTable={false}
      />
    ),
  },
  {
    state: 'ninety days',
    show: (
      <Held
        {...sleep}
        title="Mood"
        sentence="Mood: 3.4 out of 5, from 63 of 90 days."
        points={quarter}
        lines={[1, 3, 5].map((value) => ({ value, label: String(value) }))}
        look="line"
        shape="diamond"
        isTable={false}
      />
    ),
  },
  {
    state: 'nothing logged',
    show: (
      <Held
        {...sleep}
        sentence="Sleep: nothing logged in these 7 days."
        points={days(Array(7).fill(undefined), hours)}
        isTable={false}
      />
    ),
  },
]
