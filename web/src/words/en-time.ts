import { type At, daysBetween, formatIn, isSameYear, partsIn, wallTime } from './calendar.ts'

/** “9am”, “4:30pm”, “midday”, “midnight”. */
export function clock(at: At, zone: string): string {
  const { hour, minute } = wallTime(at, zone)
  if (minute === 0 && hour === 12) return 'midday'
  if (minute === 0 && hour === 0) return 'midnight'
  const half = hour < 12 ? 'am' : 'pm'
  const twelve = hour % 12 === 0 ? 12 : hour % 12
  return minute === 0 ? `${twelve}${half}` : `${twelve}:${String(minute).padStart(2, '0')}${half}`
}

/** “Friday 22 November”, with the year when it is not this one. */
export function day(at: At, zone: string, now: At): string {
  const parts = partsIn(zone, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }, at)
  const said = `${parts.weekday} ${parts.day} ${parts.month}`
  return isSameYear(at, now, zone) ? said : `${said} ${parts.year}`
}

/** A calendar date without a time, “22 November 2026”. */
export function date(on: string): string {
  return formatIn('UTC', { day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(`${on}T12:00:00Z`))
}

/** A calendar date under a chart, “22 Nov”. */
export function shortDay(on: string): string {
  return formatIn('UTC', { day: 'numeric', month: 'short' }).format(new Date(`${on}T12:00:00Z`))
}

/** In a list: “9:02am” today, “Yesterday”, a weekday within six days, then “2 Apr”. */
export function inList(at: At, zone: string, now: At): string {
  const days = daysBetween(at, now, zone)
  if (days <= 0) return clock(at, zone)
  if (days === 1) return 'Yesterday'
  if (days < 7) return formatIn(zone, { weekday: 'short' }).format(new Date(at))
  const { day: number, month, year } = partsIn(zone, { day: 'numeric', month: 'short', year: 'numeric' }, at)
  return isSameYear(at, now, zone) ? `${number} ${month}` : `${number} ${month} ${year}`
}

/** After “since”: “12:30pm” today, else “Saturday 14 November”. */
export function moment(at: At, zone: string, now: At): string {
  return daysBetween(at, now, zone) === 0 ? clock(at, zone) : day(at, zone, now)
}

/** After “by” (domain.md 4.4): “4pm”, “5pm tomorrow”, “4:30pm on Tuesday”, “4:30pm on Tuesday 5 May”. */
export function deadline(at: At, zone: string, now: At): string {
  const days = daysBetween(now, at, zone)
  const time = clock(at, zone)
  if (days <= 0) return time
  if (days === 1) return `${time} tomorrow`
  if (days <= 6) return `${time} on ${formatIn(zone, { weekday: 'long' }).format(new Date(at))}`
  return `${time} on ${day(at, zone, now)}`
}

/** How long, short: “12 min”, “2 h”, “3 days”; never less than a minute. */
export function span(ms: number): string {
  const minutes = Math.max(1, Math.floor(ms / 60_000))
  if (minutes < 60) return `${minutes} min`
  const hours = Math.floor(minutes / 60)
  if (hours < 48) return `${hours} h`
  return `${Math.floor(hours / 24)} days`
}
