import { addDays } from '@weft/contract/conversations/zone-time.ts'
import type { SleepEntry } from '@weft/contract/trackers/shapes.ts'
import { minutesSlept } from '@weft/contract/trackers/sleep.ts'
import type { Dates } from '../../words/dates.ts'
import type { Words } from '../../words/words.ts'

/** A calendar date as a moment that falls on it in every zone near here. */
export const noon = (date: string) => `${date}T12:00:00`

export const dayOf = (date: string, dates: Dates) => dates.day(noon(date))

/** “6 hours 30 minutes”, never 6.5. */
export function duration(minutes: number, { track }: Words): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return track.minutes(rest)
  return rest === 0 ? track.hours(hours) : `${track.hours(hours)} ${track.minutes(rest)}`
}

/** “Night of Thursday 21 to Friday 22 November”: a night belongs to the day of waking. */
export function nightOf(date: string, dates: Dates, { track, language }: Words): string {
  const before = addDays(date, -1)
  const isShort = language.code === 'en' && before.slice(0, 7) === date.slice(0, 7)
  const from = isShort ? `${dates.weekday(noon(before))} ${Number(before.slice(8))}` : dayOf(before, dates)
  return track.night.of(from, dayOf(date, dates))
}

/** “6 hours, woke twice”: what a night says, in as many words as it has. */
export function nightIn(entry: SleepEntry, words: Words): string {
  const slept = minutesSlept(entry)
  return [
    slept !== undefined && duration(slept, words),
    entry.timesWoken !== undefined && wakings(entry.timesWoken, words),
  ]
    .filter(Boolean)
    .join(', ')
}

export function wakings(count: number, { track }: Words): string {
  return count >= 10 ? track.night.ten : track.night.wokeTimes(count)
}

/** Days that may still be logged or changed, newest first, with the words for each. */
export function relativeDay(date: string, today: string, dates: Dates, { track }: Words): string {
  if (date === today) return track.today
  if (date === addDays(today, -1)) return track.yesterday
  return dayOf(date, dates)
}

/** Under a chart: “Fri” in a week, “22 Nov” in anything longer. */
export const axisDay = (date: string, span: number, dates: Dates): string =>
  dates.shortDay(date, span === 7 ? 'weekday' : 'date')
