import { useVirtualizer } from '@tanstack/react-virtual'
import { Icon } from '@weft/ui/icon/icon.tsx'
import { ArrowDown, ArrowUpDown } from 'lucide-react'
import { type KeyboardEvent, memo, useEffect, useRef, useState } from 'react'
import { useWords } from '../../words/words.ts'
import { Cells, type ColumnName } from './caseload-cells.tsx'
import type { CaseloadLine, CaseloadSort } from './caseload-rows.ts'
import { useRowHeights } from './use-row-heights.ts'

interface GridProps {
  lines: readonly CaseloadLine[]
  now: number
  sort: CaseloadSort
  onSort: (sort: CaseloadSort) => void
  onOpen: (personId: string) => void
}

const columns: { name: ColumnName; sort?: CaseloadSort }[] = [
  { name: 'person', sort: 'name' },
  { name: 'unread' },
  { name: 'last', sort: 'recent' },
  { name: 'lead' },
  { name: 'enrolment' },
]

/** Before the first layout nothing has a height: this much is taken to be in view. */
const FIRST_VIEW = { width: 1000, height: 1440 }

/** A grid because only the rows in view are drawn: counts and places are said for all of them. Arrows move, Enter opens. */
export function CaseloadGrid({ lines, now, sort, onSort, onOpen }: GridProps) {
  const { caseload: words } = useWords()
  const scroller = useRef<HTMLDivElement>(null)
  const heights = useRowHeights(scroller)
  const rowPx = heights.person
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => (lines[at]?.kind === 'carer' ? heights.carer : rowPx),
    getItemKey: (at) => lines[at]?.key ?? at,
    overscan: 8,
    initialRect: FIRST_VIEW,
    scrollMargin: rowPx,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: another density, other heights
  useEffect(() => virtual.measure(), [heights])
  const { at, setActive, press } = useGridKeys(lines, scroller, rowPx, (to) => virtual.scrollToIndex(to), onOpen)
  const drawn = virtual.getVirtualItems()
  const first = drawn[0]
  const last = drawn.at(-1)
  const before = first ? first.start - rowPx : 0
  const after = last ? virtual.getTotalSize() - (last.end - rowPx) : 0
  // What was last stood on may have been scrolled away; Tab still comes in, to a row that is there.
  const isDrawn = first && last && first.index <= at && at <= last.index
  const entry = isDrawn ? at : (virtual.range?.startIndex ?? 0)

  // Roles are spelt out because rows laid out as grids lose the table's own in some browsers.
  // biome-ignore-start lint/a11y/noRedundantRoles: see above
  // biome-ignore-start lint/a11y/noNoninteractiveElementToInteractiveRole: see above
  return (
    <div className="caseload__scroll" ref={scroller}>
      <table className="caseload__grid" role="grid" aria-label={words.title} aria-rowcount={lines.length + 1}>
        <thead role="rowgroup">
          <tr role="row" className="caseload__header" aria-rowindex={1}>
            {columns.map(({ name, sort: by }) => (
              <th
                key={name}
                scope="col"
                role="columnheader"
                className="caseload__cell"
                data-column={name}
                aria-sort={by && (sort !== by ? 'none' : by === 'name' ? 'ascending' : 'descending')}
              >
                {by ? (
                  <button type="button" onClick={() => onSort(by)}>
                    {words.columns[name]}
                    <Icon of={sort === by ? ArrowDown : ArrowUpDown} small />
                  </button>
                ) : (
                  words.columns[name]
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody
          role="rowgroup"
          className="caseload__body"
          style={{ paddingBlock: `${before}px ${after}px` }}
          onKeyDown={press}
        >
          {drawn.map(({ index, key }) => {
            const line = lines[index]
            return (
              line && (
                <Row
                  key={key}
                  line={line}
                  now={now}
                  index={index}
                  isActive={index === entry}
                  onFocus={setActive}
                  onOpen={onOpen}
                />
              )
            )
          })}
        </tbody>
      </table>
    </div>
  )
  // biome-ignore-end lint/a11y/noRedundantRoles: see above
  // biome-ignore-end lint/a11y/noNoninteractiveElementToInteractiveRole: see above
}

interface RowProps {
  line: CaseloadLine
  now: number
  index: number
  isActive: boolean
  onFocus: (index: number) => void
  onOpen: (personId: string) => void
}

/**
 * Drawn again only when its own line or place changes: scrolling draws the rows that come in, and no others. It has no style of its own, so
 * the browser works out one for all rows: the padding around them puts them in their place.
 */
const Row = memo(function Row({ line, now, index, isActive, onFocus, onOpen }: RowProps) {
  return (
    <tr
      // biome-ignore lint/a11y/noRedundantRoles: rows laid out as grids lose the table's own in some browsers
      role="row"
      aria-rowindex={index + 2}
      className="caseload__row"
      data-kind={line.kind}
      data-at={index}
      tabIndex={isActive ? 0 : -1}
      onFocus={() => onFocus(index)}
      onClick={() => line.kind !== 'former' && onOpen(line.row.personId)}
    >
      <Cells line={line} now={now} />
    </tr>
  )
})

/** One row of the grid is in the tab order; arrows move it, also to rows that are not drawn yet. */
function useGridKeys(
  lines: readonly CaseloadLine[],
  scroller: React.RefObject<HTMLElement | null>,
  rowPx: number,
  show: (at: number) => void,
  onOpen: (personId: string) => void,
) {
  const [active, setActive] = useState(0)
  const at = Math.max(0, Math.min(active, lines.length - 1))
  const wanted = useRef<number>(undefined)
  useEffect(() => {
    // A row far away is drawn some moments after it was asked for.
    const row = wanted.current === at && scroller.current?.querySelector<HTMLElement>(`[data-at="${at}"]`)
    if (!row) return
    wanted.current = undefined
    row.focus({ preventScroll: true })
  })
  const press = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowPx) - 2)
    const last = lines.length - 1
    const moves: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: last,
    }
    const to = moves[event.key]
    const line = lines[at]
    if (to !== undefined) {
      const next = Math.max(0, Math.min(last, to))
      wanted.current = next
      setActive(next)
      show(next)
    } else if (event.key === 'Enter' && line && line.kind !== 'former') onOpen(line.row.personId)
    else return
    event.preventDefault()
  }
  return { at, setActive, press }
}
