import type { Former } from '@weft/contract/access/shapes.ts'
import { Loading } from '@weft/ui/house-state/house-state.tsx'
import { lazy, Suspense } from 'react'

const SayWhy = lazy(() => import('./say-why.tsx'))

/** Who has left, where a problem says that it is asked why somebody needs to read them; the problem of a call or of a channel. */
export function formerIn(problem: object | undefined): Former | undefined {
  const { code, former } = (problem ?? {}) as { code?: string; former?: Former }
  return code === 'reason-needed' ? former : undefined
}

/** The question in place of a page or of a thread. */
export function AskWhy(props: { former: Former; level: 1 | 2; onSaid: () => void }) {
  return (
    <Suspense fallback={<Loading shape="lines" />}>
      <SayWhy {...props} />
    </Suspense>
  )
}
