import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from 'react'

/** A list of up to this many rows is drawn whole. */
const DRAWN_WHOLE = 100
const GUESSED_ROW_PX = 86

interface WindowedListProps<Item> {
  items: readonly Item[]
  labelledBy: string
  scroller: RefObject<HTMLElement | null>
  keyOf: (item: Item) => string
  /** Draws the item's `li`. */
  children: (item: Item) => ReactNode
}

/** A long `ul` of which only the rows near the view are drawn; padding stands for the others. */
export function WindowedList<Item>({ items, labelledBy, scroller, keyOf, children }: WindowedListProps<Item>) {
  const list = useRef<HTMLUListElement>(null)
  const [margin, setMargin] = useState(0)
  const isWhole = items.length <= DRAWN_WHOLE
  const virtual = useVirtualizer({
    count: isWhole ? 0 : items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => GUESSED_ROW_PX,
    getItemKey: (at) => keyOf(items[at] as Item),
    overscan: 10,
    scrollMargin: margin,
  })
  const rows = virtual.getVirtualItems()
  const first = rows[0]
  const last = rows.at(-1)

  // Rows draw themselves, so they are measured from outside, after each drawing.
  useLayoutEffect(() => {
    if (isWhole || !list.current) return
    setMargin(list.current.offsetTop)
    rows.forEach(({ index, size }, at) => {
      const drawn = (list.current?.children[at] as HTMLElement | undefined)?.offsetHeight
      if (drawn && drawn !== size) virtual.resizeItem(index, drawn)
    })
  })

  if (isWhole) {
    return (
      <ul ref={list} aria-labelledby={labelledBy} className="inbox__rows">
        {items.map(children)}
      </ul>
    )
  }
  const before = first ? first.start - margin : 0
  const after = last ? virtual.getTotalSize() - (last.end - margin) : virtual.getTotalSize()
  return (
    <ul
      ref={list}
      aria-labelledby={labelledBy}
      className="inbox__rows"
      style={{ paddingBlock: `${before}px ${after}px` }}
    >
      {rows.map(({ index }) => children(items[index] as Item))}
    </ul>
  )
}
