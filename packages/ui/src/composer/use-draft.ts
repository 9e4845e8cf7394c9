import { useCallback, useEffect, useRef } from 'react'

const pauseMs = 300

/**
 * Hands the text to `save` after each pause in typing, and at once when the page is hidden or the box goes away.
 * The text saved last is never saved again.
 */
export function useDraft(save: ((text: string) => void) | undefined, initial: string) {
  const latest = useRef({ save, text: initial, saved: initial })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  useEffect(() => {
    latest.current.save = save
  })

  const flush = useCallback(() => {
    clearTimeout(timer.current)
    const { save: keep, text, saved } = latest.current
    if (text === saved) return
    latest.current.saved = text
    keep?.(text)
  }, [])

  useEffect(() => {
    const hidden = () => document.visibilityState === 'hidden' && flush()
    document.addEventListener('visibilitychange', hidden)
    window.addEventListener('pagehide', flush)
    return () => {
      document.removeEventListener('visibilitychange', hidden)
      window.removeEventListener('pagehide', flush)
      flush()
    }
  }, [flush])

  const changed = useCallback(
    (text: string) => {
      latest.current.text = text
      clearTimeout(timer.current)
      timer.current = setTimeout(flush, pauseMs)
    },
    [flush],
  )
  return { changed, flush }
}
