import { Button } from '@weft/ui/button/button.tsx'
import { RadioGroup } from '@weft/ui/choice/choice.tsx'
import { ErrorSummary } from '@weft/ui/error-summary/error-summary.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { useEffect, useState } from 'react'
import { hasDeviceLock } from '../../device/passkey.ts'
import { plainPin } from '../../device/pin.ts'
import { noteLock } from '../../shell/note-lock.ts'
import { useSessions } from '../../shell/session.tsx'
import { useForm } from '../../shell/use-form.ts'
import { useWords } from '../../words/words-provider.tsx'
import { NewPin, newPinProblems } from './new-pin.tsx'

/** Puts the lock on: with a PIN, or with the device's own lock where that can guard a key. */
export function LockOff({ onDone }: { onDone: () => Promise<void> }) {
  const words = useWords()
  const say = words.appLock
  const toast = useToast()
  const { device } = useSessions()
  const [kind, setKind] = useState<'pin' | 'passkey'>('pin')
  const [canDevice, setCanDevice] = useState(false)
  const [typed, setTyped] = useState({ pin: '', again: '' })
  useEffect(() => {
    let isHere = true
    void hasDeviceLock().then((can) => isHere && setCanDevice(can))
    return () => {
      isHere = false
    }
  }, [])

  const form = useForm({
    check: () => (kind === 'pin' ? newPinProblems(typed, words) : []),
    async act() {
      const proof = kind === 'pin' ? { kind, pin: plainPin(typed.pin) } : { kind }
      const put = await (await device.locking()).put(proof)
      if (put !== 'done') {
        if (kind === 'pin') throw new Error(put.refused)
        // It said it could, and then could not: it is not offered again on this page.
        setKind('pin')
        setCanDevice(false)
        return toast({ text: say.noPasskey })
      }
      void noteLock()
      toast({ text: say.turnedOn })
      await onDone()
    },
  })

  return (
    <form className="form" onSubmit={form.onSubmit} noValidate>
      <p className="form__intro">{say.what}</p>
      <ErrorSummary errors={form.errors} words={{ title: words.problem.summary }} />
      {canDevice && (
        <RadioGroup
          legend={say.how}
          value={kind}
          onChange={setKind}
          options={(['pin', 'passkey'] as const).map((value) => ({
            value,
            label: say.kinds[value],
            hint: say.hints[value],
          }))}
        />
      )}
      {kind === 'pin' && <NewPin form={form} typed={typed} onType={setTyped} />}
      <Button id={form.buttonId} type="submit" kind="primary" block busy={form.isBusy ? say.turningOn : undefined}>
        {say.turnOn}
      </Button>
    </form>
  )
}
