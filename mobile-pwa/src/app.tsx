import { Loading } from '@weft/ui/house-state/house-state.tsx'
import { ToastHost } from '@weft/ui/toast/toast.tsx'
import { lazy, type ReactNode, Suspense, useEffect, useRef } from 'react'
import type { Device } from './device/device.ts'
import { AnnouncerProvider } from './shell/announcing.tsx'
import { FrameProvider, useScreen } from './shell/frame.tsx'
import { keepLanguage } from './shell/keep-language.ts'
import { useLook } from './shell/look.ts'
import { forgetNext, nextPlace, rememberNext } from './shell/next-place.ts'
import { NotHere } from './shell/not-here.tsx'
import { ownScreen } from './shell/own-screen.tsx'
import { plainName, usePlain } from './shell/plain-name.ts'
import { Problem } from './shell/problem.tsx'
import { go, RouterProvider, usePlace } from './shell/router.tsx'
import { routeAt } from './shell/routes.tsx'
import { SessionProvider, useSessions } from './shell/session.tsx'
import { Shell } from './shell/shell.tsx'
import { onceFirstPainted } from './shell/shown.ts'
import { askAhead } from './wire/ahead.ts'
import { useWords, WordsProvider } from './words/words-provider.tsx'

/** Everything around a screen, from the outside in. */
export function App({ device }: { device: Device }) {
  const { language } = useLook()
  useEffect(() => void keepLanguage(language), [language])
  return (
    <WordsProvider language={language} name={usePlain() ? plainName : undefined}>
      <RouterProvider>
        <SessionProvider device={device}>
          <FrameProvider>
            <Voices>
              <Doorway />
            </Voices>
          </FrameProvider>
        </SessionProvider>
      </RouterProvider>
    </WordsProvider>
  )
}

/** What is said, to the eye and to the ear, ends with the stay of whoever it was said to: the next who holds the phone finds none of it. */
function Voices({ children }: { children: ReactNode }) {
  const { standing } = useSessions()
  return (
    <AnnouncerProvider key={standing.kind === 'in' ? standing.session.accountId : ''}>
      <ToastHost>{children}</ToastHost>
    </AnnouncerProvider>
  )
}

const loadInside = () => import('./shell/inside.tsx')
const Inside = lazy(loadInside)
const Closing = ownScreen(() => import('./features/settings/closing.tsx'), ['myData'])
const Locked = ownScreen(() => import('./features/lock/locked.tsx'), ['appLock'])

/** Who is here decides which screens there are. A place asked for too early is kept until somebody is signed in. */
function Doorway() {
  const { standing } = useSessions()
  // Known from this device, they have what it keeps.
  const isNewHere = standing.kind === 'in' && standing.isFresh && !standing.session.closing
  const wasIn = useRef(false)
  useEffect(() => {
    if (isNewHere && !wasIn.current) askAhead(standing.session)
    wasIn.current = standing.kind === 'in'
  })
  if (standing.kind === 'starting') return null
  if (standing.kind === 'locked') {
    return (
      <Suspense>
        <Locked />
      </Suspense>
    )
  }
  if (standing.kind === 'in' && standing.session.closing) {
    return (
      <Shell>
        <Suspense fallback={<Loading shape="lines" />}>
          <Closing erasedAt={standing.session.closing.erasedAt} />
        </Suspense>
      </Shell>
    )
  }
  if (standing.kind === 'in') {
    return (
      <Suspense>
        <Inside stay={standing}>
          <Screen isIn isPatient={standing.session.hat === 'patient'} />
        </Inside>
      </Suspense>
    )
  }
  return (
    <Shell>
      <Screen isIn={false} why={standing.why} isChecking={standing.isChecking} />
    </Shell>
  )
}

interface ScreenProps {
  isIn: boolean
  isPatient?: boolean
  /** Why nobody is: who signed out by choice has no place to come back to; whose session ended elsewhere is told so, wherever they were. */
  why?: 'nobody' | 'ended' | 'left'
  /** The server has not said yet whether somebody is signed in after all. */
  isChecking?: boolean
}

function Screen({ isIn, isPatient = false, why = 'nobody', isChecking = false }: ScreenProps) {
  const { path, hash, search } = usePlace()
  const found = routeAt(path)
  const whom = found?.route.for
  const mayEnter = whom === 'all' || (isIn ? whom === 'in' || (whom === 'patient' && isPatient) : whom === 'out')

  useEffect(() => {
    if (mayEnter && isIn) forgetNext()
    if (!found || mayEnter || isChecking) return
    if (isIn) {
      const next = nextPlace()
      // Kept for somebody under another hat: for this one there is no such place.
      return go(next.startsWith(path) ? '/today' : next, { replace: true })
    }
    // The app's own start is nothing to come back to; any other place is.
    const isNoPlace = why === 'left' || (why === 'nobody' && path === '/today')
    if (!isNoPlace) rememberNext(path + search + (hash && `#${hash}`))
    go(isNoPlace ? '/' : '/sign-in', { replace: true })
  }, [found, mayEnter, isIn, why, isChecking, path, search, hash])

  // Whoever comes to a place inside is most likely somebody: what it needs comes while the server says so.
  const isAwaited = isChecking && (whom === 'in' || whom === 'patient')
  useEffect(() => {
    if (isAwaited)
      onceFirstPainted(() => void Promise.all([loadInside(), import('./shell/own-feed.tsx')]).catch(() => {}))
  }, [isAwaited])

  if (!found) return <Lost />
  if (!mayEnter) return <Loading shape="lines" />
  const { Screen: Found, pattern } = found.route
  return (
    <Problem key={pattern}>
      <Suspense fallback={<Loading shape="lines" />}>
        <Found params={found.params} />
      </Suspense>
    </Problem>
  )
}

function Lost(): ReactNode {
  const words = useWords()
  useScreen({ title: words.problem.hiddenTitle })
  return <NotHere isTitled />
}
