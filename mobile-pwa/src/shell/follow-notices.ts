import { safePlace } from './paths.ts'
import { go } from './router.tsx'

/** Goes where an opened notice leads, without loading the page again: what is being written stays. Called once. */
export function followNotices(): void {
  if (!('serviceWorker' in navigator)) return
  navigator.serviceWorker.addEventListener('message', ({ data, ports }) => {
    const place = safePlace(data?.open)
    if (!place) return
    ports[0]?.postMessage('gone')
    go(place)
  })
}
