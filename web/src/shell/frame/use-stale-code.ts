import { useEffect, useState } from 'react'

let isMissing = false

/** Whether a piece was asked for in vain since the page was opened. */
export const isCodeMissing = () => isMissing

/** True once a piece of this page could not be fetched because a newer version has taken its place on the server. */
export function useStaleCode(): boolean {
  const [isStale, setStale] = useState(false)
  useEffect(() => {
    const heard = (event: Event) => {
      if (!navigator.onLine) return
      event.preventDefault()
      isMissing = true
      setStale(true)
    }
    window.addEventListener('vite:preloadError', heard)
    return () => window.removeEventListener('vite:preloadError', heard)
  }, [])
  return isStale
}
