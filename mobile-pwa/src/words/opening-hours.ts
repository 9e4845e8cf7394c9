import type { OpenInterval } from '@weft/contract/organisations/shapes.ts'
import type { Dates } from './dates.ts'
import type { Words } from './words.ts'

/** 1 = Monday: any Monday will do to name the days by. */
const dayOf = (weekday: number) => `2024-01-0${weekday}T12:00:00Z`

/** “9am to 5pm, Monday to Friday”: days with the same hours are said together. */
export function openingHours(hours: readonly OpenInterval[], dates: Dates, words: Words): string {
  const say = words.help.hours
  const time = (clock: string) => dates.clockTime(clock)
  const on = (weekday: number) =>
    hours
      .filter((one) => one.weekday === weekday)
      .toSorted((a, b) => (a.open < b.open ? -1 : 1))
      .map(({ open, close }) => say.fromTo(time(open), time(close)))
      .join(say.and)
  const spans: { from: number; to: number; open: string }[] = []
  for (const weekday of [1, 2, 3, 4, 5, 6, 7]) {
    const open = on(weekday)
    const last = spans.at(-1)
    if (last?.open === open) last.to = weekday
    else spans.push({ from: weekday, to: weekday, open })
  }
  return spans
    .filter(({ open }) => open !== '')
    .map(({ from, to, open }) => {
      const first = dates.weekday(dayOf(from))
      return say.on(open, from === to ? first : say.days(first, dates.weekday(dayOf(to))))
    })
    .join('; ')
}
