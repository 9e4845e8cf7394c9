import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Chart, type ChartProps } from './chart.tsx'
import { joined, labelled, nearest, placed } from './points.ts'

afterEach(cleanup)

const points = [
  { key: 'a', label: 'Monday 3 November', value: 360, text: '6 hours' },
  { key: 'b', label: 'Tuesday 4 November' },
  { key: 'c', label: 'Wednesday 5 November', value: 0, text: '0 hours' },
  { key: 'd', label: 'Thursday 6 November', value: 480, text: '8 hours', moment: 'Started new medicine' },
]
const lines = [0, 480].map((value) => ({ value, label: `${value / 60} h` }))
const draw = (more: Partial<ChartProps> = {}) =>
  render(
    <Chart
      title="Sleep"
      sentence="About 6 hours, from 3 of 4 nights."
      points={points}
      lines={lines}
      axisLabel={(point) => point.key}
      isTable={false}
      onTableChange={() => {}}
      {...more}
    />,
  )
const status = () => screen.getByRole('status').textContent

describe('a chart', () => {
  it('says its sentence first, and the picture has it for a name', () => {
    draw()
    const sentence = screen.getByText('About 6 hours, from 3 of 4 nights.')
    const picture = screen.getByRole('img', { name: 'About 6 hours, from 3 of 4 nights.' })
    const asTable = screen.getByRole('button', { name: 'Show as a table' })
    expect(sentence.compareDocumentPosition(asTable) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
    expect(asTable.compareDocumentPosition(picture) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
  })

  it('leaves a gap where there is no value, and draws a zero', () => {
    const { container } = draw({ look: 'line' })
    expect(container.querySelectorAll('.wf-chart__point')).toHaveLength(3)
    expect(container.querySelectorAll('.wf-chart__thread')).toHaveLength(1)
  })

  it('moves a marker with the arrow keys over the days that have a value, and says where it is', () => {
    draw()
    const reach = screen.getByRole('button', { name: 'Sleep: each day. Use the arrow keys.' })
    expect(status()).toBe('')
    fireEvent.keyDown(reach, { key: 'ArrowRight' })
    expect(status()).toBe('Monday 3 November: 6 hours')
    fireEvent.keyDown(reach, { key: 'ArrowRight' })
    expect(status()).toBe('Wednesday 5 November: 0 hours')
    fireEvent.keyDown(reach, { key: 'End' })
    expect(status()).toBe('Thursday 6 November: 8 hours. Started new medicine')
    fireEvent.keyDown(reach, { key: 'ArrowRight' })
    expect(status()).toBe('Thursday 6 November: 8 hours. Started new medicine')
    fireEvent.click(screen.getByRole('button', { name: 'The day before' }))
    expect(status()).toBe('Wednesday 5 November: 0 hours')
  })

  it('as a table has every day, newest first, and says where nothing was logged', () => {
    const onTableChange = vi.fn()
    draw({ isTable: true, onTableChange })
    expect(screen.queryByRole('img')).toBeNull()
    const rows = within(screen.getByRole('table', { name: 'Sleep' })).getAllByRole('rowheader')
    expect(rows.map((row) => row.textContent)).toEqual([
      'Thursday 6 November',
      'Wednesday 5 November',
      'Tuesday 4 November',
      'Monday 3 November',
    ])
    expect(screen.getByRole('row', { name: /Tuesday 4 November/ }).textContent).toContain('Nothing logged')
    fireEvent.click(screen.getByRole('button', { name: 'Show as a chart' }))
    expect(onTableChange.mock.calls).toEqual([[false]])
  })
})

describe('the places of a chart', () => {
  it('are as far apart as the days are', () => {
    expect(placed(points, lines).map(({ at, x, y }) => [at, x, y])).toEqual([
      [0, 12.5, 25],
      [2, 62.5, 100],
      [3, 87.5, 0],
    ])
    expect(joined(placed(points, lines)).map(([from, to]) => [from.at, to.at])).toEqual([[2, 3]])
  })

  it('answer to the nearest day that has a value', () => {
    const all = placed(points, lines)
    expect([0, 37, 38, 70, 100].map((x) => nearest(all, x)?.point.key)).toEqual(['a', 'a', 'c', 'c', 'd'])
    expect(nearest([], 50)).toBeUndefined()
  })

  it('have few enough words under them', () => {
    expect(labelled(7)).toEqual([0, 1, 2, 3, 4, 5, 6])
    expect(labelled(28)).toEqual([0, 9, 18, 27])
    expect(labelled(90)).toEqual([0, 30, 59, 89])
    expect(labelled(1)).toEqual([0])
  })
})
