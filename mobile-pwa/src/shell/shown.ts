import { useEffect } from 'react'

const { promise, resolve } = Promise.withResolvers<void>()

/** Resolves once what somebody signed in came for stands on the screen: what it did not need is fetched after that, so as not to share the line. */
export const untilShown: Promise<void> = promise

/** There will be nothing to show for now. */
export const goOn = (): void => resolve()

/** Nobody waits longer for what comes after it. */
const longestMs = 5_000
/** From when a picture is drawn until it is on the glass of an old phone. */
const glassMs = 200

/** `isShown` once all of it is known that is drawn next. */
export function useShown(isShown: boolean): void {
  useEffect(() => {
    const timer = setTimeout(resolve, longestMs)
    return () => clearTimeout(timer)
  }, [])
  useEffect(() => {
    if (isShown) afterNextPaint(resolve)
  }, [isShown])
}

/** A page that is not looked at paints nothing; it waits no longer than for its turn. */
function afterNextPaint(then: () => void): void {
  if (document.hidden) setTimeout(then)
  else requestAnimationFrame(() => setTimeout(then, glassMs))
}

/** When the browser says that it has painted something for the first time. Where it cannot say so, never. */
export function onceFirstPainted(then: () => void): void {
  if (typeof PerformanceObserver === 'undefined') return
  const observer = new PerformanceObserver((list) => {
    if (list.getEntriesByName('first-contentful-paint').length === 0) return
    observer.disconnect()
    then()
  })
  observer.observe({ type: 'paint', buffered: true })
}
