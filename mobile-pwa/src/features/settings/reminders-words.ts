import type { Reminder } from '@weft/contract/notifications/shapes.ts'
import type { Dates } from '../../words/dates.ts'
import type { Words } from '../../words/words.ts'

/** The person's own words where there are any, else the part of the app. */
export const reminderTitle = ({ about, words: own }: Pick<Reminder, 'about' | 'words'>, { reminders }: Words): string =>
  own ?? reminders.topics[about]

/** 1 January 2024 was a Monday. */
export const weekdayName = (day: number, dates: Dates): string => dates.weekday(`2024-01-0${day}T12:00:00`)

/** “9am and 9pm, Monday to Friday”. */
export function scheduleIn({ times, days }: Pick<Reminder, 'times' | 'days'>, dates: Dates, words: Words): string {
  const clocks = words.language.list(times.map((time) => dates.clockTime(time)))
  return words.reminders.schedule(clocks, daysIn(days, dates, words))
}

function daysIn(days: readonly number[], dates: Dates, { reminders, language }: Words): string {
  const say = reminders
  const key = days.join('')
  if (key === '1234567') return say.everyDay
  if (key === '12345') return say.weekdays
  return language.list(days.map((day) => weekdayName(day, dates)))
}

/** “Thursday 23 April, 9pm”. */
export function momentIn(at: number, dates: Dates, { reminders }: Words): string {
  const moment = new Date(at).toISOString()
  return reminders.at(dates.day(moment), dates.time(moment))
}
