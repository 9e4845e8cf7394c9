import { Component, type ReactNode, type RefObject } from 'react'

interface Props {
  scroller: RefObject<HTMLElement | null>
  children: ReactNode
}

interface Place {
  row: Element
  top: number
}

/** The first row that reaches below the scroller's top edge, found in a few reads however long the list. */
function firstInView(scroller: HTMLElement): Place | null {
  const edge = scroller.getBoundingClientRect().top
  const rows = scroller.querySelectorAll('[data-row]')
  let low = 0
  let high = rows.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (rows[middle]!.getBoundingClientRect().bottom > edge) high = middle
    else low = middle + 1
  }
  const row = rows[low]
  return row ? { row, top: row.getBoundingClientRect().top } : null
}

/**
 * Holds the reader's place while rows come and go around it. The scroller measures from its bottom (column-reverse), so
 * whatever grows above never moves the view; what grows below does, and is put right here, before paint. At the newest message nothing is
 * held: the thread follows. (A class because only `getSnapshotBeforeUpdate` sees the page as it was.)
 */
export class KeepPlace extends Component<Props> {
  frame = 0

  override componentDidMount() {
    this.settle()
  }

  override componentWillUnmount() {
    cancelAnimationFrame(this.frame)
  }

  override getSnapshotBeforeUpdate(): Place | null {
    const scroller = this.props.scroller.current
    return scroller && scroller.scrollTop < -1 ? firstInView(scroller) : null
  }

  override componentDidUpdate(_before: Props, _state: unknown, place: Place | null) {
    const scroller = this.props.scroller.current
    if (!scroller) return
    scroller.removeAttribute('data-settled')
    this.settle()
    if (!place?.row.isConnected) return
    const moved = place.row.getBoundingClientRect().top - place.top
    if (Math.abs(moved) > 0.1) scroller.scrollTop += moved
  }

  /** Rows out of view are skipped by layout (`content-visibility`) only once their true height is known, two frames after they came. */
  settle() {
    cancelAnimationFrame(this.frame)
    this.frame = requestAnimationFrame(() => {
      this.frame = requestAnimationFrame(() => this.props.scroller.current?.setAttribute('data-settled', ''))
    })
  }

  override render() {
    return this.props.children
  }
}
