import { type RefObject, useEffect, useState } from 'react'

const COMPACT_PX = 36

/** Rows are as high as the density says: read once, and again when that or the window changes. */
export function useRowHeight(within: RefObject<HTMLElement | null>): number {
  const [px, setPx] = useState(COMPACT_PX)
  useEffect(() => {
    const read = () => {
      const said = within.current && getComputedStyle(within.current).getPropertyValue('--caseload-row')
      setPx(Number.parseFloat(said ?? '') || COMPACT_PX)
    }
    read()
    const watch = new MutationObserver(read)
    watch.observe(document.documentElement, { attributeFilter: ['data-density'] })
    window.addEventListener('resize', read)
    return () => {
      watch.disconnect()
      window.removeEventListener('resize', read)
    }
  }, [within])
  return px
}
