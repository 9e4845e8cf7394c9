import { Button, LinkButton } from '@weft/ui/button/button.tsx'
import { Notice } from '@weft/ui/notice/notice.tsx'
import { type ReactNode, useEffect, useRef } from 'react'
import { useOwned } from '../../shell/own.tsx'
import { isHeldUp } from '../../shell/unsent.ts'
import { useOnline } from '../../shell/use-online.ts'
import { useWords } from '../../words/words-provider.tsx'

interface SavedProps {
  /** “6 hours, woke twice”. */
  what: string
  onUndo: () => void
  children?: ReactNode
}

/** What every entry comes to: it is safe, it can be taken back, and there is a way on. */
export function Saved({ what, onUndo, children }: SavedProps) {
  const { app, track } = useWords()
  const isOnline = useOnline()
  const { waiting } = useOwned()
  const isHeld = waiting.some((item) => isHeldUp(item, isOnline))
  const here = useRef<HTMLDivElement>(null)
  useEffect(() => here.current?.focus(), [])
  return (
    <div className="form" ref={here} tabIndex={-1} role="status">
      <Notice tone="ok" title={what ? track.savedWith(what) : track.saved}>
        {isOnline ? isHeld && <p>{track.notSentYet}</p> : <p>{app.savedHere}</p>}
      </Notice>
      {children}
      <LinkButton kind="primary" block href="/track">
        {track.done}
      </LinkButton>
      <Button onClick={onUndo}>{track.undo}</Button>
    </div>
  )
}
