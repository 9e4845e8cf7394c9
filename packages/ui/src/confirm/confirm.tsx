import { type ReactNode, useId, useRef } from 'react'
import { Button } from '../button/button.tsx'
import { Dialog } from '../dialog/dialog.tsx'

export interface ConfirmProps {
  /** The act itself: “Leave Health Coaching”. Never “Are you sure?”. */
  title: string
  /** What happens, to whom, and what stays as it is. */
  children: ReactNode
  /** The act in words, usually the title again. */
  act: string
  /** The way out: “Stay”. Takes focus first. */
  stay: string
  onAct: () => void
  onStay: () => void
  isDanger?: boolean
  /** While it is being done: “Leaving…”. */
  busy?: string
}

/** For the grave acts of experience.md 5.7. Small ones are done at once and offer Undo; stopping a share is never slowed. */
export function Confirm({ title, children, act, stay, onAct, onStay, isDanger, busy }: ConfirmProps) {
  const bodyId = useId()
  const safe = useRef<HTMLButtonElement>(null)
  return (
    <Dialog
      title={title}
      role="alertdialog"
      describedBy={bodyId}
      onClose={onStay}
      focusFirst={safe}
      keepOpen
      hideClose
      foot={
        <>
          <Button kind={isDanger ? 'danger' : 'primary'} onClick={onAct} busy={busy}>
            {act}
          </Button>
          <Button ref={safe} onClick={onStay}>
            {stay}
          </Button>
        </>
      }
    >
      <div id={bodyId}>{children}</div>
    </Dialog>
  )
}
