import { addDays } from '@weft/contract/conversations/zone-time.ts'
import type { BankHoliday } from '@weft/contract/organisations/bank-holidays.ts'
import { bankHolidays } from '@weft/contract/organisations/bank-holidays.ts'
import type { Nation, ServiceHours } from '@weft/contract/organisations/shapes.ts'

export interface HoursColumns {
  hours: ServiceHours['hours']
  closures: string[]
  nation: Nation
  zone: string
  reply_target_minutes: number
}

export const toHours = (row: HoursColumns): ServiceHours => ({
  hours: row.hours,
  closures: row.closures,
  nation: row.nation,
  zone: row.zone,
  replyTargetMinutes: row.reply_target_minutes,
})

const ahead = new Map<string, BankHoliday[]>()
const KEPT = 50

/** Bank holidays of a nation from yesterday to 13 months ahead: further than a promise is usually made. */
export function bankHolidaysAhead(nation: Nation, now: Date): BankHoliday[] {
  const today = now.toISOString().slice(0, 10)
  const key = `${nation} ${today}`
  const known = ahead.get(key)
  if (known) return known
  const [from, to] = [addDays(today, -1), addDays(today, 396)]
  const year = Number(from.slice(0, 4))
  const found = [year, year + 1, year + 2]
    .flatMap((one) => bankHolidays(nation, one))
    .filter(({ date }) => from <= date && date <= to)
  if (ahead.size >= KEPT) ahead.clear()
  ahead.set(key, found)
  return found
}
