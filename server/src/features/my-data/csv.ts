/** What a cell may hold; nothing is an empty cell. */
export type Cell = string | number | boolean | undefined | null

/** What a spreadsheet would take for a formula, and run. */
const startsFormula = /^[=+\-@\t\r\n]/

/** A table by RFC 4180, every cell quoted; with the mark by which spreadsheets know UTF-8. Words that look like a formula stay words. */
export function csv(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${[columns, ...rows].map((row) => `${row.map(quoted).join(',')}\r\n`).join('')}`
}

function quoted(cell: Cell): string {
  if (cell === undefined || cell === null) return '""'
  if (typeof cell === 'number') return `"${cell}"`
  const text = typeof cell === 'boolean' ? (cell ? 'yes' : 'no') : cell
  return `"${(startsFormula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
}
