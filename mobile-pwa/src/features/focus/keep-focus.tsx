import { useEffect } from 'react'
import { placeAfter } from './place-after.ts'

/**
 * Who moves by keyboard, or by ear, is never put back to the beginning of the page: when what had the focus goes by their own act (a row taken
 * away, an entry that opens to be changed), the focus goes on to what came in its place, or to what stood next to it. A dialog looks after its
 * own, and another page has its heading.
 */
export default function KeepFocus() {
  useEffect(() => {
    let had: { element: Element; path: string; isTyped: boolean } | undefined
    const note = ({ target }: FocusEvent) => {
      const element = target as Element
      had = { element, path: location.pathname, isTyped: element.matches(':focus-visible') }
    }
    /** Left on purpose: what was pressed next takes no focus. */
    const leave = ({ target }: FocusEvent) =>
      queueMicrotask(() => {
        if (had?.element === target && had.element.isConnected) had = undefined
      })
    const observer = new MutationObserver((records) => {
      if (!had || had.element.isConnected || document.activeElement !== document.body) return
      const { element, path, isTyped } = had
      had = undefined
      if (path === location.pathname) placeAfter(records, element, isTyped)?.focus()
    })
    document.addEventListener('focusin', note)
    document.addEventListener('focusout', leave)
    observer.observe(document.body, { childList: true, subtree: true })
    return () => {
      observer.disconnect()
      document.removeEventListener('focusin', note)
      document.removeEventListener('focusout', leave)
    }
  }, [])
  return null
}
