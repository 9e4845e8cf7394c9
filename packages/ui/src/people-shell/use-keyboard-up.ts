import { useEffect, useState } from 'react'

const typesInto = (element: Element | null) =>
  element instanceof HTMLTextAreaElement ||
  (element instanceof HTMLInputElement &&
    !['checkbox', 'radio', 'button', 'submit', 'range', 'file'].includes(element.type))

export interface Viewport {
  isKeyboardUp: boolean
  /** Height left above the keyboard, px; iOS does not shrink the page for it, so the shell must. */
  height: number | undefined
}

/** Whether an on-screen keyboard is open: a text box has focus and the view is under three quarters of its tallest. */
export function useKeyboardUp(): Viewport {
  const [viewport, setViewport] = useState<Viewport>({ isKeyboardUp: false, height: undefined })
  useEffect(() => {
    const view = window.visualViewport
    if (!view) return
    let tallest = { width: 0, height: 0 }
    const look = () => {
      // Turning the phone starts afresh.
      if (view.width !== tallest.width) tallest = { width: view.width, height: 0 }
      tallest.height = Math.max(tallest.height, view.height)
      const isKeyboardUp = typesInto(document.activeElement) && view.scale === 1 && view.height < tallest.height * 0.75
      const height = isKeyboardUp ? Math.round(view.height) : undefined
      setViewport((now) =>
        now.isKeyboardUp === isKeyboardUp && now.height === height ? now : { isKeyboardUp, height },
      )
    }
    look()
    view.addEventListener('resize', look)
    document.addEventListener('focusout', look)
    return () => {
      view.removeEventListener('resize', look)
      document.removeEventListener('focusout', look)
    }
  }, [])
  return viewport
}
