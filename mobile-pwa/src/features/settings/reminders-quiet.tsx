import { getNoticeSettings } from '@weft/contract/notifications/operations.ts'
import { isQuietTime } from '@weft/contract/notifications/quiet-hours.ts'
import type { QuietHours } from '@weft/contract/notifications/shapes.ts'
import { Notice } from '@weft/ui/notice/notice.tsx'
import { useEffect, useState } from 'react'
import { call } from '../../wire/call.ts'
import { useDates, useWords } from '../../words/words-provider.tsx'

/** Says when a time falls into the account's quiet hours: its notice will wait for their end. With no signal nothing is said. */
export function RemindersQuiet({ times }: { times: readonly string[] }) {
  const say = useWords().reminders
  const dates = useDates()
  const [quiet, setQuiet] = useState<QuietHours>()
  useEffect(() => {
    let isHere = true
    call(getNoticeSettings, {}).then(
      (settings) => isHere && setQuiet(settings.quiet),
      () => {},
    )
    return () => {
      isHere = false
    }
  }, [])
  const held = quiet?.isOn ? times.find((time) => isQuietTime(time, quiet)) : undefined
  if (!quiet || !held) return null
  return (
    <Notice tone="info">
      <p>{say.quiet(dates.clockTime(held), dates.clockTime(quiet.until))}</p>
    </Notice>
  )
}
