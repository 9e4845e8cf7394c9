import { changeSettings, getSettings } from '@weft/contract/people/session.ts'
import { useEffect } from 'react'
import { call } from '../wire/call.ts'
import { changeLook } from './look.ts'
import { owe, owed } from './owed-settings.ts'
import { useStay } from './session.tsx'

/** Brings this device's look and the account's together once somebody is signed in: what was changed here offline wins. */
export function useSettingsInStep(): void {
  const { session } = useStay()
  const { accountId } = session
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each account
  useEffect(() => {
    let isHere = true
    const meet = async () => {
      const change = owed()
      const account = Object.keys(change).length > 0 ? await call(changeSettings, change) : await call(getSettings, {})
      owe({})
      if (isHere) changeLook(account)
    }
    meet().catch(() => {}) // offline: this device's own look stays
    return () => {
      isHere = false
    }
  }, [accountId])
}
