import { useEffect } from 'react'
import './cover.css'

const page = () => document.documentElement

/** Blanks the page for whoever flips through the open apps; what is on it stays as it is. */
const cover = () => page().setAttribute('data-covered', '')
export const uncover = () => page().removeAttribute('data-covered')

/** Covers the page the moment it is out of sight. `mayShow` is asked before it is shown again. */
export function useCover(mayShow: () => boolean): void {
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'hidden') cover()
      else if (mayShow()) uncover()
    }
    addEventListener('pagehide', cover)
    addEventListener('pageshow', look)
    document.addEventListener('visibilitychange', look)
    return () => {
      removeEventListener('pagehide', cover)
      removeEventListener('pageshow', look)
      document.removeEventListener('visibilitychange', look)
    }
  }, [mayShow])
}
