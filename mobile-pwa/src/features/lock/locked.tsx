import { Confirm } from '@weft/ui/confirm/confirm.tsx'
import { HelpPill } from '@weft/ui/help-pill/help-pill.tsx'
import { AppLock } from '@weft/ui/lock/lock.tsx'
import { useCallback, useEffect, useLayoutEffect, useState } from 'react'
import type { LockLook, Proof, Refused } from '../../device/lock.ts'
import { plainPin } from '../../device/pin.ts'
import { uncover } from '../../shell/cover.ts'
import { Help } from '../../shell/help-sheet.tsx'
import { leaveQuickly, useShiftThrice } from '../../shell/leave-quickly.ts'
import { useLook } from '../../shell/look.ts'
import { useSessions } from '../../shell/session.tsx'
import { useWords } from '../../words/words-provider.tsx'
import { tryWords } from './try-words.ts'
import './lock.css'

/**
 * In place of everything while the device is locked: no name, no service, nothing that waits. Get help now is here with everybody's numbers and
 * nothing of the person's own.
 */
export default function Locked() {
  const words = useWords()
  const say = words.appLock
  const look = useLook()
  const { leave, dismiss } = useSessions()
  const { lock, error, isBusy, open } = useUnlocking()
  const [isHelpOpen, setHelpOpen] = useState(false)
  const [asked, setAsked] = useState<'forgot' | 'leave'>()
  useShiftThrice(look.leaveQuickly, () => leaveQuickly(() => {}, words.nav.leaving))
  useLayoutEffect(uncover, [])
  useEffect(() => {
    document.title = words.app.name
  }, [words])

  if (!lock) return null
  const isPin = lock.kind === 'pin'
  // Forgotten: whoever it is comes back to the same place. Not theirs: there is no place to come back to.
  const out = () => (asked === 'forgot' ? dismiss(true).then(leave) : leave())
  return (
    <>
      <AppLock
        onPin={isPin ? (pin) => void open({ kind: 'pin', pin: plainPin(pin) }) : undefined}
        onDeviceLock={isPin ? undefined : () => void open({ kind: 'passkey' })}
        onForgot={() => setAsked('forgot')}
        onSignOut={() => setAsked('leave')}
        error={error}
        busy={isBusy ? say.screen.unlocking : undefined}
        help={<HelpPill onOpen={() => setHelpOpen(true)} words={{ getHelpNow: words.app.help }} />}
        words={{ ...say.screen, forgot: isPin ? say.screen.forgot : say.screen.cannot }}
      />
      {isHelpOpen && <Help onClose={() => setHelpOpen(false)} />}
      {asked && (
        <Confirm
          title={asked === 'forgot' ? say.out.forgotTitle : say.out.leaveTitle}
          act={say.out.yes}
          stay={say.out.no}
          onAct={() => void out()}
          onStay={() => setAsked(undefined)}
        >
          <div className="lock__words">
            <p>{say.out.removed}</p>
            <p>{say.out.unsent}</p>
            {asked === 'forgot' && <p>{say.out.again}</p>}
          </div>
        </Confirm>
      )}
    </>
  )
}

/** One try after the other, with what came of the last in words. */
function useUnlocking() {
  const words = useWords()
  const { device, unlock, dismiss, leave } = useSessions()
  const [lock, setLock] = useState<LockLook>()
  const [isBusy, setBusy] = useState(false)
  const [missed, setMissed] = useState<Refused['refused']>()

  const read = useCallback(async () => {
    // What cannot be read is asked for all the same: Get help now and the ways out are here whatever the device does.
    const found = await device
      .locking()
      .then((locking) => locking.look())
      .catch(() => undefined)
    setLock(found ?? { kind: 'pin', wrong: 0, waitMs: 0 })
  }, [device])
  useEffect(() => void read(), [read])
  const isWaiting = (lock?.waitMs ?? 0) > 0
  useEffect(() => {
    if (!isWaiting) return
    const timer = setInterval(() => void read(), 1_000)
    return () => clearInterval(timer)
  }, [isWaiting, read])

  const open = async (proof: Proof) => {
    if (isBusy) return
    setBusy(true)
    const opened = await device
      .locking()
      .then((locking) => locking.open(proof))
      .catch((): Refused => ({ refused: 'cancelled' }))
    if ('vault' in opened) return unlock(opened.vault)
    if (opened.refused === 'gone') return dismiss(true).then(leave)
    setMissed(opened.refused)
    await read()
    setBusy(false)
  }
  return { lock, error: tryWords(words, lock, missed), isBusy, open }
}
