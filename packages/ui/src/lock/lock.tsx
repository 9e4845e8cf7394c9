import { Lock as LockIcon } from 'lucide-react'
import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Button } from '../button/button.tsx'
import { Dialog } from '../dialog/dialog.tsx'
import { Icon } from '../icon/icon.tsx'
import { usePieceWords } from '../language/language.tsx'
import { TextField } from '../text-field/text-field.tsx'
import { type LockWords, words } from './words.ts'
import './lock.css'

type Words = { words?: Partial<LockWords> }

/**
 * In place of the page, not over it: what was shown is gone from the document while this stands (experience.md 5.11).
 * Children are the way to sign in.
 */
export function SessionEnded({ children, words: given }: Words & { children: ReactNode }) {
  const say = usePieceWords('lock', words, given)
  return (
    <Curtain label={say.lockedLabel} title={say.ended}>
      <p>{say.endedBody}</p>
      {children}
    </Curtain>
  )
}

export interface AppLockProps extends Words {
  /** Absent where the device's own lock opens it. */
  onPin?: (pin: string) => void
  onDeviceLock?: () => void
  onForgot?: () => void
  onSignOut: () => void
  /** “That PIN does not match. Try again.” */
  error?: string
  /** While a try is on its way: “Unlocking…”. */
  busy?: string
  /** Get help now: always here. */
  help: ReactNode
}

/** On a phone that others may hold: no name, no service, nothing waiting. */
export function AppLock(props: AppLockProps) {
  const { onPin, onDeviceLock, onForgot, onSignOut, error, busy, help, words: given } = props
  const say = usePieceWords('lock', words, given)
  const [pin, setPin] = useState('')
  const field = useRef<HTMLInputElement>(null)
  // On arrival, and again after each try: the error is read with the box it belongs to.
  useEffect(() => {
    if (!busy) field.current?.focus()
  }, [busy])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (pin === '') return
    onPin?.(pin)
    setPin('')
  }
  return (
    <Curtain label={say.appLocked} title={say.appLocked} corner={help}>
      {onDeviceLock && (
        <>
          {!onPin && error && (
            <p role="alert" className="wf-lock__error">
              {error}
            </p>
          )}
          <Button kind="primary" block onClick={onDeviceLock} busy={onPin ? undefined : busy}>
            {say.deviceLock}
          </Button>
        </>
      )}
      {onPin && (
        <form className="wf-lock__pin" onSubmit={submit} noValidate>
          <TextField
            ref={field}
            label={say.pin}
            error={error}
            type="password"
            inputMode="numeric"
            autoComplete="current-password"
            dir="ltr"
            value={pin}
            onChange={(event) => setPin(event.target.value)}
          />
          <Button type="submit" kind={onDeviceLock ? 'secondary' : 'primary'} block busy={busy}>
            {say.unlock}
          </Button>
        </form>
      )}
      <div className="wf-lock__ways">
        {onForgot && (
          <Button kind="quiet" onClick={onForgot}>
            {say.forgot}
          </Button>
        )}
        <Button kind="quiet" onClick={onSignOut}>
          {say.signOut}
        </Button>
      </div>
    </Curtain>
  )
}

function Curtain({
  label,
  title,
  corner,
  children,
}: {
  label: string
  title: string
  corner?: ReactNode
  children: ReactNode
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className="wf-lock" role="dialog" aria-modal="true" aria-label={label}>
      {corner && <div className="wf-lock__corner">{corner}</div>}
      <div className="wf-lock__box">
        <span className="wf-lock__mark">
          <Icon of={LockIcon} />
        </span>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {children}
      </div>
    </div>
  )
}

export interface IdleWarningProps extends Words {
  secondsLeft: number
  onStay: () => void
}

/** Counts down in view; said aloud at 60 and at 20 seconds, no more. Any way of closing it means staying. */
export function IdleWarning({ secondsLeft, onStay, words: given }: IdleWarningProps) {
  const say = usePieceWords('lock', words, given)
  const bodyId = useId()
  const stay = useRef<HTMLButtonElement>(null)
  const spoken = secondsLeft <= 20 ? 20 : 60
  return (
    <Dialog
      title={say.idle}
      role="alertdialog"
      describedBy={bodyId}
      onClose={onStay}
      hideClose
      keepOpen
      focusFirst={stay}
      foot={
        <Button ref={stay} kind="primary" onClick={onStay}>
          {say.stay}
        </Button>
      }
    >
      <p aria-hidden="true" className="wf-lock__left">
        {say.left(secondsLeft)}
      </p>
      <p id={bodyId} role="alert" className="visually-hidden">
        {say.left(spoken)}
      </p>
    </Dialog>
  )
}
