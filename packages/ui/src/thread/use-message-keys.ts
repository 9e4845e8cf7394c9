import { type FocusEvent, type KeyboardEvent, useCallback, useState } from 'react'
import { flushSync } from 'react-dom'

interface More {
  /** Draws older or newer rows; false when there are none. */
  before: () => boolean
  after: () => boolean
}

const isMessage = (node: Element | null): node is HTMLElement =>
  node instanceof HTMLElement && 'message' in node.dataset

function nearest(from: Element, step: 'previousElementSibling' | 'nextElementSibling'): HTMLElement | null {
  for (let node = from[step]; node; node = node[step]) if (isMessage(node)) return node
  return null
}

/**
 * Up and Down move between messages, one of which is in the tab order; Home and End go to the first and last drawn.
 * Keys pressed inside a message's own controls are left alone.
 */
export function useMessageKeys(more: More) {
  const [activeId, setActiveId] = useState<string>()

  const onFocus = useCallback((event: FocusEvent) => {
    const row = event.target.closest('[data-message]')
    if (isMessage(row)) setActiveId(row.dataset.row)
  }, [])

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !isMessage(event.target as Element)) return
    const row = event.target as HTMLElement
    const all = () => [...event.currentTarget.querySelectorAll<HTMLElement>('[data-message]')]
    const stepping = (step: 'previousElementSibling' | 'nextElementSibling', grow: () => boolean) => {
      const found = nearest(row, step)
      if (found) return found
      return flushSync(grow) ? nearest(row, step) : null
    }
    let target: HTMLElement | null | undefined
    if (event.key === 'ArrowUp') target = stepping('previousElementSibling', more.before)
    else if (event.key === 'ArrowDown') target = stepping('nextElementSibling', more.after)
    else if (event.key === 'Home') target = all()[0]
    else if (event.key === 'End') target = all().at(-1)
    else return
    event.preventDefault()
    target?.focus()
  }

  return { activeId, onFocus, onKeyDown }
}
