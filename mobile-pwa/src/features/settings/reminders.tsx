import { addDays, instantOf, localDate } from '@weft/contract/conversations/zone-time.ts'
import { nextOccurrences } from '@weft/contract/notifications/occurrences.ts'
import type { Reminder } from '@weft/contract/notifications/shapes.ts'
import { Button, LinkButton } from '@weft/ui/button/button.tsx'
import { Card } from '@weft/ui/card/card.tsx'
import { Empty } from '@weft/ui/house-state/house-state.tsx'
import { Menu } from '@weft/ui/menu/menu.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { AlarmClock, Plus } from 'lucide-react'
import { useScreen } from '../../shell/frame.tsx'
import { useOwn } from '../../shell/own.tsx'
import { OwnLoading } from '../../shell/own-loading.tsx'
import { useSavedWords } from '../../shell/use-saved-words.ts'
import { useDates, useWords } from '../../words/words-provider.tsx'
import { momentIn, reminderTitle, scheduleIn } from './reminders-words.ts'
import './settings.css'

const HOUR_MS = 3_600_000

/** Own reminders (experience.md P24): what, at which times of which days, and the next five of each. Works with no signal. */
export default function Reminders() {
  const words = useWords()
  const say = words.reminders
  const { slice, isKnown } = useOwn('reminders')
  useScreen({ title: say.title, back: '/settings' })

  if (!isKnown) return <OwnLoading shape="rows" />
  const add = (
    <LinkButton kind="primary" block icon={Plus} href="/settings/reminders/new">
      {say.add}
    </LinkButton>
  )
  if (slice.reminders.length === 0) return <Empty action={add}>{say.empty}</Empty>
  return (
    <div className="settings">
      {add}
      {slice.reminders.map((reminder) => (
        <OneReminder key={reminder.reminderId} reminder={reminder} />
      ))}
    </div>
  )
}

function OneReminder({ reminder }: { reminder: Reminder }) {
  const words = useWords()
  const say = words.reminders
  const dates = useDates()
  const toast = useToast()
  const saved = useSavedWords()
  const { push } = useOwn('reminders')
  const now = Date.now()
  const moments = nextOccurrences(reminder, now).map(({ at }) => momentIn(at, dates, words))
  const { reminderId, about, words: ownWords, times, days, zone, snoozedUntil } = reminder
  const isSnoozed = snoozedUntil !== undefined && Date.parse(snoozedUntil) > now
  const title = reminderTitle(reminder, words)

  const snooze = async (until: number) => {
    await push('reminder.snooze', { reminderId, until: new Date(until).toISOString() })
    toast({ text: saved })
  }
  const stop = async () => {
    await push('reminder.stop', { reminderId })
    const back = { reminderId, about, times, days, zone, ...(ownWords !== undefined && { words: ownWords }) }
    toast({ text: say.stopped, onUndo: () => void push('reminder.change', back) })
  }
  const tomorrow = addDays(localDate(now, zone), 1)
  const choices = [
    { label: say.snooze.hour, until: now + HOUR_MS },
    { label: say.snooze.tomorrow, until: instantOf(tomorrow, '09:00', zone) },
    { label: say.snooze.week, until: instantOf(addDays(tomorrow, 6), '09:00', zone) },
  ]
  return (
    <Card
      title={title}
      action={
        <>
          <LinkButton href={`/settings/reminders/${reminderId}`}>{say.change}</LinkButton>
          {isSnoozed ? (
            <Button onClick={() => void snooze(now)}>{say.snooze.end}</Button>
          ) : (
            <Menu
              icon={AlarmClock}
              label={say.snooze.title}
              items={choices.map(({ label, until }) => ({ label, onPick: () => void snooze(until) }))}
            />
          )}
          <Button kind="quiet" aria-label={say.stopNamed(title)} onClick={() => void stop()}>
            {say.stop}
          </Button>
        </>
      }
    >
      <p>{scheduleIn(reminder, dates, words)}</p>
      {isSnoozed && <p>{say.snoozedUntil(dates.day(snoozedUntil), dates.time(snoozedUntil))}</p>}
      <details className="settings__next">
        <summary>{say.nextAt(moments[0] ?? '')}</summary>
        <ul className="settings__list" aria-label={say.next}>
          {moments.map((moment) => (
            <li key={moment}>{moment}</li>
          ))}
        </ul>
      </details>
    </Card>
  )
}
