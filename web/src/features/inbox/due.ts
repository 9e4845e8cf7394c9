import { dueAt as dueFrom } from '@weft/contract/conversations/expected-reply.ts'
import { bankHolidays } from '@weft/contract/organisations/bank-holidays.ts'
import type { ServiceHours } from '@weft/contract/organisations/shapes.ts'

/** How an answer that is owed stands: `soon` from 75 % of the reply target, `overdue` from the promised instant (domain.md 4.5). */
export type DueTone = 'calm' | 'soon' | 'overdue'

export function dueTone(dueAt: string, now: number, hours?: ServiceHours): DueTone {
  const due = Date.parse(dueAt)
  if (now >= due) return 'overdue'
  if (!hours) return 'calm'
  const years = new Set([new Date(now).getUTCFullYear(), new Date(due).getUTCFullYear()])
  const holidays = [...years].flatMap((year) => bankHolidays(hours.nation, year))
  // A last quarter of open time that begins now reaches the promised instant: three quarters are used up.
  const lastQuarter = { ...hours, replyTargetMinutes: hours.replyTargetMinutes / 4 }
  const reached = dueFrom(new Date(now), lastQuarter, holidays)
  return reached && reached.getTime() >= due ? 'soon' : 'calm'
}
