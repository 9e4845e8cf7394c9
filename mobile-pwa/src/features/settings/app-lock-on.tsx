import { Button } from '@weft/ui/button/button.tsx'
import { ErrorSummary } from '@weft/ui/error-summary/error-summary.tsx'
import { Notice } from '@weft/ui/notice/notice.tsx'
import { PasswordField } from '@weft/ui/text-field/text-field.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { useState } from 'react'
import type { Locking, LockLook, Proof, Refused } from '../../device/lock.ts'
import { plainPin } from '../../device/pin.ts'
import { noteLock } from '../../shell/note-lock.ts'
import { useSessions } from '../../shell/session.tsx'
import { useForm } from '../../shell/use-form.ts'
import { useWords } from '../../words/words-provider.tsx'
import { tryWords } from '../lock/try-words.ts'
import { NewPin, newPinProblems } from './new-pin.tsx'

interface Props {
  lock: LockLook
  onDone: () => Promise<void>
}

/** The lock that is on. To change it or to take it off, it has to be opened. */
export function LockOn({ lock, onDone }: Props) {
  const say = useWords().appLock
  const sessions = useSessions()
  const act = useProven()
  const toast = useToast()
  const [doing, setDoing] = useState<'change' | 'off'>()
  const done = async (text: string) => {
    setDoing(undefined)
    toast({ text })
    await onDone()
  }
  const takeOff = async () => {
    if (lock.kind === 'pin') return setDoing('off')
    const refused = await act((locking) => locking.take({ kind: 'passkey' }))
    if (refused) toast({ text: refused })
    else await done(say.turnedOff)
  }

  if (doing) return <WithPin doing={doing} onDone={done} onStop={() => setDoing(undefined)} />
  return (
    <>
      <Notice tone="ok" title={say.isOn}>
        <p>{say.opensWith[lock.kind]}</p>
      </Notice>
      <div className="settings__acts">
        <Button onClick={sessions.lock}>{say.lockNow}</Button>
        {lock.kind === 'pin' && <Button onClick={() => setDoing('change')}>{say.change}</Button>}
        <Button onClick={() => void takeOff()}>{say.turnOff}</Button>
      </div>
    </>
  )
}

interface WithPinProps {
  doing: 'change' | 'off'
  onDone: (said: string) => Promise<void>
  onStop: () => void
}

function WithPin({ doing, onDone, onStop }: WithPinProps) {
  const words = useWords()
  const say = words.appLock
  const act = useProven()
  const [old, setOld] = useState('')
  const [typed, setTyped] = useState({ pin: '', again: '' })
  const isChange = doing === 'change'

  const form = useForm({
    check: () => [
      plainPin(old) === '' && { fieldId: 'old', message: say.errors.old },
      ...(isChange ? newPinProblems(typed, words) : []),
    ],
    async act() {
      const proof: Proof = { kind: 'pin', pin: plainPin(old) }
      const next: Proof = { kind: 'pin', pin: plainPin(typed.pin) }
      const refused = await act((locking) => (isChange ? locking.put(next, proof) : locking.take(proof)))
      if (!refused) return onDone(isChange ? say.changed : say.turnedOff)
      setOld('')
      form.fail([{ fieldId: 'old', message: refused }])
    },
  })

  return (
    <form
      className="form"
      onSubmit={form.onSubmit}
      noValidate
      aria-label={isChange ? say.changeTitle : say.turnOffTitle}
    >
      <ErrorSummary errors={form.errors} words={{ title: words.problem.summary }} />
      <PasswordField
        id="old"
        label={say.oldPin}
        error={form.errorOf('old')}
        inputMode="numeric"
        dir="ltr"
        value={old}
        onChange={(event) => {
          form.mend('old')
          setOld(event.target.value)
        }}
      />
      {isChange && <NewPin form={form} typed={typed} onType={setTyped} />}
      <Button
        id={form.buttonId}
        type="submit"
        kind="primary"
        block
        busy={form.isBusy ? (isChange ? say.saving : say.turningOff) : undefined}
      >
        {isChange ? say.saveChange : say.turnOffTitle}
      </Button>
      <Button kind="quiet" onClick={onStop}>
        {say.stop}
      </Button>
    </form>
  )
}

/** Acts upon the lock; answers why it was refused, in words. A last wrong try ends the stay here as it does on the lock's own screen. */
function useProven() {
  const words = useWords()
  const { device, dismiss, leave } = useSessions()
  return async (act: (locking: Locking) => Promise<'done' | Refused>): Promise<string | undefined> => {
    const locking = await device.locking()
    const answer = await act(locking)
    if (answer === 'done') {
      void noteLock()
      return undefined
    }
    if (answer.refused === 'gone') await dismiss(true).then(leave)
    return tryWords(words, await locking.look(), answer.refused) ?? words.appLock.notOpened
  }
}
