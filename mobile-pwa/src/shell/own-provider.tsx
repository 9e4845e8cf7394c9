import { lazy, type ReactNode, Suspense, useCallback, useMemo, useState } from 'react'
import { OwnContext, type Owned } from './own-context.ts'
import { useStay } from './session.tsx'

/** The nouns' contracts come with it: after the first paint, like the socket's code. */
const OwnFeed = lazy(() => import('./own-feed.tsx'))

/** Stays joined to the feed of what the person owns, whichever screen is open. Under another hat there is none. */
export function OwnProvider({ children }: { children: ReactNode }) {
  const { session } = useStay()
  if (session.hat !== 'patient' || !session.personId) return children
  return <Provided personId={session.personId}>{children}</Provided>
}

function Provided({ personId, children }: { personId: string; children: ReactNode }) {
  const [owned, setOwned] = useState<Owned>()
  const [{ promise: ready, resolve }] = useState(() => Promise.withResolvers<void>())
  const take = useCallback(
    (now: Owned) => {
      setOwned(now)
      resolve()
    },
    [resolve],
  )
  const place = useMemo(() => ({ owned, ready }), [owned, ready])
  return (
    <OwnContext value={place}>
      <Suspense>
        <OwnFeed personId={personId} onChange={take} />
      </Suspense>
      {children}
    </OwnContext>
  )
}
