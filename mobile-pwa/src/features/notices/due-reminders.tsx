import { dueNow } from '@weft/contract/notifications/due.ts'
import { Button, LinkButton } from '@weft/ui/button/button.tsx'
import { Notice } from '@weft/ui/notice/notice.tsx'
import { AlarmClock } from 'lucide-react'
import { useOwn } from '../../shell/own.tsx'
import { useNow } from '../../shell/use-now.ts'
import { useDates, useWords } from '../../words/words-provider.tsx'
import { reminderTitle } from '../settings/reminders-words.ts'
import { placeReminded } from './reminded.ts'

const HOUR_MS = 3_600_000

/** On Today: reminders that have come and were not seen to on any device. Worked out here, so it needs no signal and no permission. */
export function DueReminders() {
  const words = useWords()
  const say = words.reminders
  const dates = useDates()
  const { slice, push } = useOwn('reminders')
  const now = useNow().getTime()
  const due = slice.reminders.flatMap((reminder) => {
    const came = dueNow(reminder, now)
    return came ? [{ reminder, came }] : []
  })
  return due.map(({ reminder, came }) => {
    const { reminderId } = reminder
    const at = new Date(came.at).toISOString()
    const title = reminderTitle(reminder, words)
    const place = placeReminded(reminder.about)
    return (
      <Notice
        key={reminderId}
        tone="info"
        icon={AlarmClock}
        title={title}
        action={
          <>
            {place && (
              <LinkButton href={place} aria-label={say.openNamed(title)}>
                {words.today.open}
              </LinkButton>
            )}
            <Button
              aria-label={say.doneNamed(title)}
              onClick={() => void push('reminder.settle', { reminderId, through: at })}
            >
              {say.done}
            </Button>
            <Button
              kind="quiet"
              aria-label={say.laterNamed(title)}
              onClick={() =>
                void push('reminder.snooze', { reminderId, until: new Date(Date.now() + HOUR_MS).toISOString() })
              }
            >
              {say.later}
            </Button>
          </>
        }
      >
        <p>{say.dueAt(dates.time(at))}</p>
      </Notice>
    )
  })
}
