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

/** Bank holidays of a nation from yesterday to the end of next year: as far ahead as a promise is made. */
export function bankHolidaysAhead(nation: Nation, now: Date): BankHoliday[] {
  const yesterday = new Date(now.getTime() - 86_400_000).toISOString().slice(0, 10)
  const year = Number(yesterday.slice(0, 4))
  return [year, year + 1, year + 2].flatMap((one) => bankHolidays(nation, one)).filter(({ date }) => date >= yesterday)
}
