import '@weft/ui/tokens/tokens.css'
import './fonts.css'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { createDevice } from './device/device.ts'
import { openShelf } from './device/idb-shelf.ts'
import { keepAppOnDevice } from './shell/app-update.ts'
import { followNotices } from './shell/follow-notices.ts'
import { keepInstallOffer } from './shell/install.ts'
import { staysAway } from './shell/leave-quickly.ts'
import { lookNow, wearLook } from './shell/look.ts'
import { wearName } from './shell/plain-name.ts'
import { untilShown } from './shell/shown.ts'
import { speak } from './words/words.ts'

wearLook()
wearName()
keepInstallOffer()
followNotices()
if (!staysAway()) void start()

/** The first thing painted is in the person's language. Awaited at the top of this module, a language's files would wait for it in turn. */
async function start(): Promise<void> {
  const [shelf] = await Promise.all([openShelf(), speak(lookNow().language)])
  createRoot(document.getElementById('app') as HTMLElement).render(<App device={createDevice(shelf)} />)
}
// All of the app for the next time must not share a slow line with what is waited for now; at a door, there is nothing more to wait for.
void Promise.race([untilShown, new Promise((resolve) => setTimeout(resolve, 4_000))]).then(keepAppOnDevice)
// An app that was updated in another tab: what this page still wanted to load is gone, and the new one is a reload away.
addEventListener('vite:preloadError', () => location.reload(), { once: true })
