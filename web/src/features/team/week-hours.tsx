import { Button, IconButton } from '@weft/ui/button/button.tsx'
import { Plus, X } from 'lucide-react'
import { useWords } from '../../words/words.ts'
import { type HoursDraft, withKey } from './hours-draft.ts'

interface WeekHoursProps {
  id: string
  hours: HoursDraft['hours']
  /** Keys of intervals that cannot be right. */
  wrong: readonly number[]
  onChange: (hours: HoursDraft['hours']) => void
}

/** A line per weekday; a day may have several stretches, or none. */
export function WeekHours({ id, hours, wrong, onChange }: WeekHoursProps) {
  const { team: words } = useWords()
  const change = (key: number, part: Partial<HoursDraft['hours'][number]>) =>
    onChange(hours.map((each) => (each.key === key ? { ...each, ...part } : each)))
  return (
    <ul className="team__week">
      {words.weekdays.map((day, at) => {
        const weekday = at + 1
        const open = hours.filter((each) => each.weekday === weekday)
        const last = open.at(-1)
        const next = last ? { open: last.close, close: '17:00' } : { open: '09:00', close: '17:00' }
        return (
          <li key={day} className="team__day">
            <span className="team__weekday">{day}</span>
            <div className="team__intervals">
              {open.length === 0 && <span className="team__closed">{words.closedDay}</span>}
              {open.map((interval) => (
                <span
                  key={interval.key}
                  className="team__interval"
                  data-wrong={wrong.includes(interval.key) || undefined}
                >
                  <input
                    id={`${id}-${interval.key}`}
                    type="time"
                    className="wf-field__box"
                    aria-label={words.opens(day)}
                    aria-invalid={wrong.includes(interval.key) || undefined}
                    value={interval.open}
                    onChange={(event) => change(interval.key, { open: event.target.value })}
                  />
                  {words.to}
                  <input
                    type="time"
                    className="wf-field__box"
                    aria-label={words.closes(day)}
                    aria-invalid={wrong.includes(interval.key) || undefined}
                    value={interval.close}
                    onChange={(event) => change(interval.key, { close: event.target.value })}
                  />
                  <IconButton
                    icon={X}
                    label={words.removeInterval(day)}
                    onClick={() => onChange(hours.filter((each) => each.key !== interval.key))}
                  />
                </span>
              ))}
            </div>
            <Button
              kind="quiet"
              icon={Plus}
              aria-label={words.addInterval(day)}
              onClick={() => onChange([...hours, withKey({ weekday, ...next })])}
            >
              {words.add}
            </Button>
          </li>
        )
      })}
    </ul>
  )
}
