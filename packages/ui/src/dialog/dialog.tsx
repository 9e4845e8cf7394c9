import { X } from 'lucide-react'
import { type MouseEvent, type ReactNode, type RefObject, useId, useLayoutEffect, useRef } from 'react'
import { Button } from '../button/button.tsx'
import { usePieceWords } from '../language/language.tsx'
import { type DialogWords, words } from './words.ts'
import './dialog.css'

export interface DialogProps {
  title: string
  /** Esc, Close and a press outside. The parent unmounts the dialog; focus goes back to where it was. */
  onClose: () => void
  /** `dialog` stands in the middle; `sheet` rises from the bottom on a phone; `full` covers a phone whole. */
  shape?: 'dialog' | 'sheet' | 'full'
  /** What takes focus on opening; the heading unless told, so the title is what is read first. */
  focusFirst?: RefObject<HTMLElement | null>
  /** Only Esc and the buttons close it: for what must not be lost to a stray press. */
  keepOpen?: boolean
  /** A confirm has no Close of its own: its buttons say it all. */
  hideClose?: boolean
  role?: 'dialog' | 'alertdialog'
  /** Id of what a screen reader reads after the title. */
  describedBy?: string
  /** Buttons that stay in view while the body scrolls. */
  foot?: ReactNode
  children: ReactNode
  words?: Partial<DialogWords>
}

/** A native modal dialog, open for as long as it is mounted. */
export function Dialog({
  title,
  onClose,
  shape = 'dialog',
  focusFirst,
  keepOpen,
  hideClose,
  role,
  describedBy,
  foot,
  children,
  words: given,
}: DialogProps) {
  const say = usePieceWords('dialog', words, given)
  const titleId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const body = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    const element = dialog.current
    if (!element) return
    const opener = document.activeElement
    element.showModal()
    // A body of words alone can then be scrolled by keyboard.
    if (body.current && !body.current.querySelector('a, button, input, select, textarea')) body.current.tabIndex = 0
    const first = focusFirst?.current ?? heading.current
    first?.focus()
    return () => {
      element.close()
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
    }
  }, [focusFirst])

  const pressed = (event: MouseEvent) => {
    if (event.target === dialog.current && !keepOpen) onClose()
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a press on the backdrop; the keyboard has Esc
    <dialog
      ref={dialog}
      className="wf-dialog"
      data-shape={shape}
      role={role}
      aria-labelledby={titleId}
      aria-describedby={describedBy}
      onCancel={(event) => {
        if (event.target !== dialog.current) return
        event.preventDefault()
        onClose()
      }}
      onClick={pressed}
    >
      <div className="wf-dialog__box">
        <header className="wf-dialog__head">
          <h2 id={titleId} ref={heading} tabIndex={-1}>
            {title}
          </h2>
          {!hideClose && (
            <Button kind="quiet" icon={X} onClick={onClose}>
              {say.close}
            </Button>
          )}
        </header>
        <div ref={body} className="wf-dialog__body">
          {children}
        </div>
        {foot && <footer className="wf-dialog__foot">{foot}</footer>}
      </div>
    </dialog>
  )
}
