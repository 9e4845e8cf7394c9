import { useEffect, useState } from 'react'

/** True once a piece of this page could not be fetched because a newer version has taken its place on the server. */
export function useStaleCode(): boolean {
  const [isStale, setStale] = useState(false)
  useEffect(() => {
    const heard = (event: Event) => {
      if (!navigator.onLine) return
      event.preventDefault()
      setStale(true)
    }
    window.addEventListener('vite:preloadError', heard)
    return () => window.removeEventListener('vite:preloadError', heard)
  }, [])
  return isStale
}
