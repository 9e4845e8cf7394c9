import type { Days } from '@weft/contract/trackers/overview.ts'
import type { Trackers } from '@weft/contract/trackers/shapes.ts'
import type { Dates } from '../../words/dates.ts'
import type { Words } from '../../words/words.ts'
import { daysWithLines } from './day-list.tsx'

/** Gives the window as a file for a spreadsheet. Made on this device; nothing is sent. */
export function download(trackers: Trackers, days: Days, words: Words, dates: Dates): void {
  const { columns, file } = words.track.overview
  const rows = daysWithLines(trackers, days, words, dates).flatMap(({ date, lines }) =>
    lines.map(({ what, value, note }) => [date, what, value, note]),
  )
  const text = [[columns.day, columns.what, columns.value, columns.note], ...rows].map(csvLine).join('\r\n')
  const url = URL.createObjectURL(new Blob(['\uFEFF', text], { type: 'text/csv' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `${file}.csv`
  link.click()
  URL.revokeObjectURL(url)
}

/** Quoted whole; what a spreadsheet would take for a formula is kept as words. */
export function csvLine(values: readonly string[]): string {
  return values.map((value) => `"${(/^[=+\-@\t]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`).join(',')
}
