import { PieceLanguage } from '@weft/ui/language/language.tsx'
import { lazy, Suspense, useEffect } from 'react'
import { en } from '../words/en.ts'
import { pieces } from '../words/pieces.ts'
import { useWords, WordsProvider } from '../words/words.ts'
import { Unbroken } from './broken.tsx'
import { SessionStoreProvider, useSessionState, useSessionStore } from './session/session-context.ts'
import type { SessionStore } from './session/session-store.ts'
import { SignIn } from './sign-in/sign-in.tsx'
import { Unreachable } from './unreachable.tsx'

const SignedIn = lazy(() => import('./signed-in.tsx').then((module) => ({ default: module.SignedIn })))

export function App({ store }: { store: SessionStore }) {
  return (
    <WordsProvider value={en}>
      <SessionStoreProvider value={store}>
        <PieceLanguage words={pieces}>
          <Unbroken>
            <Gate />
          </Unbroken>
        </PieceLanguage>
      </SessionStoreProvider>
    </WordsProvider>
  )
}

/** Nobody gets past without a session. The address stays as it is, so a link survives signing in. */
function Gate() {
  const store = useSessionStore()
  const state = useSessionState()
  const isUnreachable = state.name === 'unreachable'

  useEffect(() => {
    if (!isUnreachable) return
    const again = () => void store.start()
    const timer = setInterval(again, 5_000)
    window.addEventListener('online', again)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', again)
    }
  }, [store, isUnreachable])

  switch (state.name) {
    case 'starting':
      return <Starting />
    case 'unreachable':
      return <Unreachable onTryAgain={() => void store.start()} />
    case 'signed-out':
      return <SignIn />
    default:
      return (
        <Suspense fallback={<Starting />}>
          <SignedIn
            key={state.session.accountId}
            session={state.session}
            isLocked={state.name === 'locked'}
            isAfterAnother={state.name === 'open' && state.isAfterAnother}
          />
        </Suspense>
      )
  }
}

function Starting() {
  const { shell } = useWords()
  return (
    <p className="starting" role="status">
      {shell.starting}
    </p>
  )
}
