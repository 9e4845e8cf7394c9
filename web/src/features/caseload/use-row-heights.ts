import { type RefObject, useEffect, useState } from 'react'

export interface RowHeights {
  person: number
  carer: number
}

const compact: RowHeights = { person: 36, carer: 36 }

/** Rows are as high as the density and the width say: read once, and again when either changes. */
export function useRowHeights(within: RefObject<HTMLElement | null>): RowHeights {
  const [heights, setHeights] = useState(compact)
  useEffect(() => {
    const read = () => {
      if (!within.current) return
      const said = getComputedStyle(within.current)
      const px = (name: string) => Number.parseFloat(said.getPropertyValue(name)) || compact.person
      const next = { person: px('--caseload-row'), carer: px('--caseload-carer-row') }
      setHeights((old) => (old.person === next.person && old.carer === next.carer ? old : next))
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
  return heights
}
