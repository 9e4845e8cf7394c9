import { saveFile } from '../features/settings/save-file.ts'

/** Gives lines as a file for a spreadsheet. Made on this device; nothing is sent. */
export function saveCsv(name: string, lines: readonly (readonly string[])[]): void {
  const text = lines.map(csvLine).join('\r\n')
  saveFile(`${name}.csv`, new Blob(['\uFEFF', text], { type: 'text/csv' }))
}

/** Quoted whole; what a spreadsheet would take for a formula is kept as words. */
export function csvLine(values: readonly string[]): string {
  return values
    .map((value) => `"${(/^[=+\-@\t\r]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`)
    .join(',')
}
