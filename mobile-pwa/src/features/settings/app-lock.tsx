import { Loading } from '@weft/ui/house-state/house-state.tsx'
import { Notice } from '@weft/ui/notice/notice.tsx'
import { useCallback, useEffect, useState } from 'react'
import type { LockLook } from '../../device/lock.ts'
import { useScreen } from '../../shell/frame.tsx'
import { useSessions, useStay } from '../../shell/session.tsx'
import { useWords } from '../../words/words-provider.tsx'
import { LockOff } from './app-lock-off.tsx'
import { LockOn } from './app-lock-on.tsx'
import '../../shell/form.css'
import './settings.css'

/** A lock over what this device saved (experience.md P24). Where nothing is saved there is nothing to lock, and it says so. */
export default function AppLock() {
  const say = useWords().appLock
  const { session } = useStay()
  const { device } = useSessions()
  const [lock, setLock] = useState<LockLook | 'off'>()
  useScreen({ title: say.title, back: '/settings' })
  const read = useCallback(async () => setLock((await (await device.locking()).look()) ?? 'off'), [device])
  useEffect(() => void read(), [read])

  if (session.sharedDevice) return <Notice tone="info">{say.notHere.shared}</Notice>
  if (!device.lasts) return <Notice tone="info">{say.notHere.forgets}</Notice>
  if (!lock) return <Loading shape="lines" />
  return (
    <div className="settings">
      {lock === 'off' ? <LockOff onDone={read} /> : <LockOn lock={lock} onDone={read} />}
      <ul className="settings__facts">
        {say.facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
    </div>
  )
}
