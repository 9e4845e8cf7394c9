import { type ReactNode, useCallback, useState } from 'react'
import { createPortal } from 'react-dom'

/**
 * Content that can be taken off the page and put back exactly as it was. While covered it is not in the document at all: not to the eye, not
 * to a screen reader, not to the browser's own search. Yet nothing of it is taken down: words half written, scroll and focus come back.
 */
export function Coverable({ isCovered, children }: { isCovered: boolean; children: ReactNode }) {
  const [content] = useState(() => {
    const element = document.createElement('div')
    element.className = 'visit'
    return element
  })
  const [place] = useState(() => new Place(content))
  const attach = useCallback(
    (host: HTMLElement | null) => {
      if (!host) return
      host.append(content)
      place.restore()
      return () => place.remember()
    },
    [content, place],
  )
  return (
    <>
      {!isCovered && <div className="visit" ref={attach} />}
      {createPortal(children, content)}
    </>
  )
}

/** Where somebody was in the content: focus, scroll, open dialogs. Taking an element off the page forgets all three. */
class Place {
  readonly #content: HTMLElement
  #focused: Element | null = null
  #scrolled: { element: Element; top: number; left: number }[] = []
  #dialogs: HTMLDialogElement[] = []

  constructor(content: HTMLElement) {
    this.#content = content
  }

  remember(): void {
    const focused = document.activeElement
    this.#focused = this.#content.contains(focused) ? focused : null
    this.#scrolled = [...this.#content.querySelectorAll('*')]
      .filter(({ scrollTop, scrollLeft }) => scrollTop !== 0 || scrollLeft !== 0)
      .map((element) => ({ element, top: element.scrollTop, left: element.scrollLeft }))
    this.#dialogs = [...this.#content.querySelectorAll<HTMLDialogElement>('dialog[open]')]
    for (const dialog of this.#dialogs) dialog.close()
    // Menus hang outside, from the body: a press elsewhere closes them.
    document.dispatchEvent(new Event('pointerdown'))
  }

  restore(): void {
    for (const { element, top, left } of this.#scrolled) {
      element.scrollTop = top
      element.scrollLeft = left
    }
    for (const dialog of this.#dialogs) if (dialog.isConnected && !dialog.open) dialog.showModal()
    if (this.#focused instanceof HTMLElement && this.#focused.isConnected) this.#focused.focus({ preventScroll: true })
  }
}
