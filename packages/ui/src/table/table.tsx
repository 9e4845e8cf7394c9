import { ArrowDown, ArrowUp, ArrowUpDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from '../icon/icon.tsx'
import './table.css'

export interface Column<Row> {
  key: string
  header: string
  cell: (row: Row) => ReactNode
  canSort?: boolean
  /** Figures stand at the end of their cell. */
  align?: 'end'
}

export interface Sort {
  key: string
  direction: 'ascending' | 'descending'
}

export interface TableProps<Row> {
  caption: string
  isCaptionHidden?: boolean
  /** The first names its row: it sticks, and leads the card on a phone. */
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  sort?: Sort
  onSort?: (sort: Sort) => void
  /** In place of rows when there are none. */
  empty?: ReactNode
}

/** A real table; under 720 px each row becomes a card. For more than a hundred rows use a grid that draws only those in view. */
export function Table<Row>({ caption, isCaptionHidden, columns, rows, rowKey, sort, onSort, empty }: TableProps<Row>) {
  const [first, ...rest] = columns
  if (!first) return null
  return (
    <div className="wf-table">
      {/* Roles are spelt out because drawing rows as cards takes the table's own away in some browsers. */}
      {/* biome-ignore-start lint/a11y/noRedundantRoles: see above */}
      <table role="table">
        <caption className={isCaptionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <Header key={column.key} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={rowKey(row)} role="row">
              <th role="rowheader" scope="row">
                {first.cell(row)}
              </th>
              {rest.map((column) => {
                const content = column.cell(row)
                return (
                  <td
                    key={column.key}
                    role="cell"
                    data-align={column.align}
                    data-empty={isNothing(content) || undefined}
                  >
                    <span className="wf-table__label" aria-hidden="true">
                      {column.header}
                    </span>
                    {content}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {/* biome-ignore-end lint/a11y/noRedundantRoles: see above */}
      {rows.length === 0 && empty}
    </div>
  )
}

/** What React draws nothing for. */
const isNothing = (content: ReactNode) =>
  content === undefined || content === null || content === false || content === ''

interface HeaderProps<Row> {
  column: Column<Row>
  sort?: Sort
  onSort?: (sort: Sort) => void
}

function Header<Row>({ column, sort, onSort }: HeaderProps<Row>) {
  const sorted = sort?.key === column.key ? sort.direction : undefined
  const next = sorted === 'ascending' ? 'descending' : 'ascending'
  return (
    <th
      // biome-ignore lint/a11y/noRedundantRoles: as on the table
      role="columnheader"
      scope="col"
      aria-sort={column.canSort ? (sorted ?? 'none') : undefined}
      data-align={column.align}
    >
      {column.canSort && onSort ? (
        <button type="button" onClick={() => onSort({ key: column.key, direction: next })}>
          {column.header}
          <Icon of={sorted === 'ascending' ? ArrowUp : sorted === 'descending' ? ArrowDown : ArrowUpDown} small />
        </button>
      ) : (
        column.header
      )}
    </th>
  )
}
