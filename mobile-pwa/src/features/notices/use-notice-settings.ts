import { changeNoticeSettings, getNoticeSettings } from '@weft/contract/notifications/operations.ts'
import type { NoticeSettings } from '@weft/contract/notifications/shapes.ts'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { useCallback, useEffect, useState } from 'react'
import type { input } from 'zod/v4/core'
import { CallFailed, call } from '../../wire/call.ts'
import { useWords } from '../../words/words-provider.tsx'

type Change = input<(typeof changeNoticeSettings)['input']>

/** How notices reach the account; each change saves at once, and goes back to what it was when it could not. */
export function useNoticeSettings() {
  const words = useWords()
  const toast = useToast()
  const [settings, setSettings] = useState<NoticeSettings>()
  const [failed, setFailed] = useState<CallFailed>()

  const load = useCallback(() => {
    setFailed(undefined)
    call(getNoticeSettings, {}).then(setSettings, (error) => error instanceof CallFailed && setFailed(error))
  }, [])
  useEffect(load, [load])

  const change = useCallback(
    async (asked: Change, foreseen: (before: NoticeSettings) => NoticeSettings) => {
      const before = settings
      setSettings((now) => now && foreseen(now))
      try {
        setSettings(await call(changeNoticeSettings, asked))
        toast({ text: words.app.saved })
      } catch (error) {
        setSettings(before)
        const isOffline = error instanceof CallFailed && error.code === 'offline'
        toast({ text: isOffline ? words.settings.needsInternet : words.settings.notSaved })
      }
    },
    [settings, toast, words],
  )
  return { settings, setSettings, failed, load, change }
}
