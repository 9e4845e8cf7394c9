import { Dialog } from '@weft/ui/dialog/dialog.tsx'
import { ToastView } from '@weft/ui/toast/toast.tsx'
import { useState } from 'react'
import { useWords } from '../../words/words-provider.tsx'
import { ShareChoice } from './share-choice.tsx'
import type { Said } from './use-share-acts.ts'
import './privacy.css'

interface Props {
  scope: string
  /** A wider choice by which it may be seen too. */
  under?: string
  what: string
  /** The thing by its own name, where it does not stand beside the sheet. */
  name?: string
  onClose: () => void
}

/** Who can see it, to be changed where it is said. */
export default function ShareSheet({ scope, under, what, name, onClose }: Props) {
  const words = useWords()
  const say = words.privacy
  const [said, setSaid] = useState<Said & { turn: number }>()
  const done = (next: Said) => setSaid((before) => ({ ...next, turn: (before?.turn ?? 0) + 1 }))
  return (
    <Dialog title={say.whoTitle} shape="sheet" onClose={onClose} words={{ close: words.app.close }}>
      <div className="share-sheet">
        {name && (
          <p>
            <strong>
              <bdi dir="auto">{name}</bdi>
            </strong>
          </p>
        )}
        <ShareChoice scope={scope} under={under} what={what} onSaid={done} />
        {/* Inside the sheet: what is outside of it cannot be pressed or heard while it is open. */}
        <div role="status">
          {said && (
            <ToastView
              key={said.turn}
              text={said.text}
              onUndo={said.onUndo}
              onEnd={() => setSaid(undefined)}
              words={{ undo: say.undo }}
            />
          )}
        </div>
      </div>
    </Dialog>
  )
}
