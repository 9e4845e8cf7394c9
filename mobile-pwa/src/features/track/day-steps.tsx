import { addDays } from '@weft/contract/conversations/zone-time.ts'
import { DAYS_BACK } from '@weft/contract/trackers/days.ts'
import { Icon } from '@weft/ui/icon/icon.tsx'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useWords } from '../../words/words-provider.tsx'

interface DayStepsProps {
  date: string
  today: string
  /** The day in words. */
  children: string
  placeOf: (date: string) => string
}

/** A day with ways to the one before and the one after, as far as a day may still be logged. */
export function DaySteps({ date, today, children, placeOf }: DayStepsProps) {
  const { track } = useWords()
  const [before, after] = [addDays(date, -1), addDays(date, 1)]
  return (
    <div className="track-day">
      {before >= addDays(today, -DAYS_BACK) && (
        <a className="track-step" href={placeOf(before)} aria-label={track.dayBefore}>
          <Icon of={ChevronLeft} mirror />
        </a>
      )}
      <p>{children}</p>
      {after <= today && (
        <a className="track-step" href={placeOf(after)} aria-label={track.dayAfter}>
          <Icon of={ChevronRight} mirror />
        </a>
      )}
    </div>
  )
}

/** A date of an address that may still be logged; anything else is a page that is not there. */
export function isLoggable(date: string, today: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(date) && date >= addDays(today, -DAYS_BACK) && date <= today
}
