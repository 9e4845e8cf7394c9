import { changeSettings, getSettings } from '@weft/contract/people/session.ts'
import type { AccountSettings } from '@weft/contract/people/shapes.ts'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { useCallback, useEffect, useState } from 'react'
import { changeLook, type Look, useLook } from '../../shell/look.ts'
import { owe, owed } from '../../shell/owed-settings.ts'
import { CallFailed, call } from '../../wire/call.ts'
import { useWords } from '../../words/words-provider.tsx'

type Settings = Look & Partial<AccountSettings>

/**
 * The settings of the account, each saved at once. What only concerns this device's look works offline and follows later; the rest goes back
 * to what it was and says so.
 */
export function useSettings() {
  const words = useWords()
  const toast = useToast()
  const look = useLook()
  const [account, setAccount] = useState<AccountSettings>()

  useEffect(() => {
    let isHere = true
    call(getSettings, {}).then(
      (settings) => isHere && setAccount(settings),
      () => {}, // offline: only this device's own are offered
    )
    return () => {
      isHere = false
    }
  }, [])

  const change = useCallback(
    async (changed: Partial<AccountSettings>) => {
      const isLook = Object.keys(changed).every((key) => key in look)
      changeLook(changed)
      setAccount((before) => before && { ...before, ...changed })
      try {
        setAccount(await call(changeSettings, changed))
        toast({ text: words.app.saved })
      } catch (error) {
        const isOffline = error instanceof CallFailed && error.code === 'offline'
        if (isLook && isOffline) {
          owe({ ...owed(), ...changed })
          return toast({ text: words.app.saved })
        }
        const before = Object.fromEntries(
          Object.keys(changed).map((key) => [key, (account ?? look)[key as keyof Look]]),
        )
        changeLook(before)
        setAccount((now) => now && { ...now, ...before })
        toast({ text: isOffline ? words.settings.needsInternet : words.settings.notSaved })
      }
    },
    [account, look, toast, words],
  )
  return { settings: { ...look, ...(account && { seenReceipts: account.seenReceipts }) } as Settings, change }
}
