import { type ReactNode, useEffect, useState } from 'react'
import { Button, LinkButton } from '../button/button.tsx'
import { usePieceWords } from '../language/language.tsx'
import { Skeleton, type SkeletonShape } from '../skeleton/skeleton.tsx'
import { type HouseStateWords, words } from './words.ts'
import './house-state.css'

type Words = { words?: Partial<HouseStateWords> }

/** Nothing here yet: one kind sentence and one thing to do. */
export function Empty({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="wf-house-state">
      <p>{children}</p>
      {action}
    </div>
  )
}

const skeletonAfterMs = 300
const stillLoadingAfterMs = 8_000

export interface LoadingProps extends Words {
  shape: SkeletonShape
  count?: number
  onTryAgain?: () => void
}

/** Only where nothing is cached. Blank for 300 ms, then the shape of the content; after 8 seconds, each time, a way to try again. */
export function Loading({ shape, count, onTryAgain, words: given }: LoadingProps) {
  const [stage, setStage] = useState<LoadingStage>('blank')
  useEffect(() => {
    if (stage === 'slow') return
    const next = stage === 'blank' ? 'shape' : 'slow'
    const wait = stage === 'blank' ? skeletonAfterMs : stillLoadingAfterMs - skeletonAfterMs
    const timer = setTimeout(() => setStage(next), wait)
    return () => clearTimeout(timer)
  }, [stage])
  const again = () => {
    setStage('shape')
    onTryAgain?.()
  }
  return <LoadingView stage={stage} shape={shape} count={count} onTryAgain={onTryAgain && again} words={given} />
}

export type LoadingStage = 'blank' | 'shape' | 'slow'

export function LoadingView({ stage, shape, count, onTryAgain, words: given }: LoadingProps & { stage: LoadingStage }) {
  const say = usePieceWords('houseState', words, given)
  return (
    <div className="wf-loading" aria-busy="true">
      {stage === 'blank' ? null : <Skeleton shape={shape} count={count} />}
      <div className="wf-loading__words" role="status">
        {stage === 'shape' && <span className="visually-hidden">{say.loading}</span>}
        {stage === 'slow' && (
          <>
            <p>{say.stillLoading}</p>
            {onTryAgain && <Button onClick={onTryAgain}>{say.tryAgain}</Button>}
          </>
        )}
      </div>
    </div>
  )
}

/** Beside content from this device: “Updated 2 hours ago”. */
export function Updated({ when, at, words: given }: Words & { when: string; at?: string }) {
  const say = usePieceWords('houseState', words, given)
  return (
    <p className="wf-updated">
      <time dateTime={at}>{say.updated(when)}</time>
    </p>
  )
}

export interface FailedProps extends Words {
  onTryAgain?: () => void
  /** What to tell whoever helps: the request's id. */
  reference?: string
}

/** Something broke. Never instead of what was written: beside it. */
export function Failed({ onTryAgain, reference, words: given }: FailedProps) {
  const say = usePieceWords('houseState', words, given)
  return (
    <div className="wf-house-state" role="alert">
      <p>{say.wrong(say.device)}</p>
      {onTryAgain && <Button onClick={onTryAgain}>{say.tryAgain}</Button>}
      {reference && <p className="wf-house-state__reference">{say.reference(reference)}</p>}
    </div>
  )
}

export interface HiddenProps extends Words {
  homeHref: string
  /** The page's title says already that it cannot be shown. */
  isTitled?: boolean
}

/** Absent, private, revoked or mistyped: one page for all four, so none gives another away. */
export function Hidden({ homeHref, isTitled = false, words: given }: HiddenProps) {
  const say = usePieceWords('houseState', words, given)
  return (
    <div className="wf-house-state">
      {!isTitled && <p className="wf-house-state__lead">{say.hidden}</p>}
      <p>{say.hiddenWhy}</p>
      <LinkButton href={homeHref}>{say.home}</LinkButton>
    </div>
  )
}
