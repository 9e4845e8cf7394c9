import type { Days } from '@weft/contract/trackers/overview.ts'
import type { Trackers } from '@weft/contract/trackers/shapes.ts'
import { saveCsv } from '../../shell/csv.ts'
import type { Dates } from '../../words/dates.ts'
import type { Words } from '../../words/words.ts'
import { daysWithLines } from './day-list.tsx'

/** Gives the window as a file for a spreadsheet. */
export function download(trackers: Trackers, days: Days, words: Words, dates: Dates): void {
  const { columns, file } = words.track.overview
  const rows = daysWithLines(trackers, days, words, dates).flatMap(({ date, lines }) =>
    lines.map(({ what, value, note }) => [date, what, value, note]),
  )
  saveCsv(file, [[columns.day, columns.what, columns.value, columns.note], ...rows])
}
