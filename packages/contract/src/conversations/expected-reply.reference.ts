import type { ServiceHours } from '../organisations/shapes.ts'

/** The reference that the property test holds `dueAt` against: every minute of a window is looked at on its zone's own clock. */

const MINUTE_MS = 60_000
const DAYS = 75

interface Minute {
  date: string
  time: string
  weekday: number
}

interface Window {
  zone: string
  from: number
  minutes(): Minute[]
}

/** Two stretches of 2026 around the clock changes, in zones that change by an hour, by half an hour and at midnight. */
export const windows: Window[] = ['Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Cairo'].flatMap(
  (zone) => [Date.UTC(2026, 2, 1), Date.UTC(2026, 8, 20)].map((from) => ({ zone, from, minutes: once(zone, from) })),
)

function once(zone: string, from: number): () => Minute[] {
  let minutes: Minute[] | undefined
  return () => {
    minutes ??= readClock(zone, from)
    return minutes
  }
}

function readClock(zone: string, from: number): Minute[] {
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
  return Array.from({ length: DAYS * 1440 }, (_, n) => {
    const [date = '', time = ''] = clock.format(from + n * MINUTE_MS).split(' ')
    return { date, time, weekday: new Date(date).getUTCDay() || 7 }
  })
}

/** As `dueAt`, minute by minute; `sentAt` is on a whole minute of one of the windows. */
export function slowDueAt(
  sentAt: number,
  service: ServiceHours,
  holidays: readonly string[],
): Date | undefined | 'beyond the window' {
  const window = windows.find(
    (one) => one.zone === service.zone && one.from <= sentAt && sentAt < one.from + DAYS * 1440 * MINUTE_MS,
  )
  if (!window) throw new RangeError('No window holds this instant')
  const minutes = window.minutes()
  const first = (sentAt - window.from) / MINUTE_MS
  const isOpen = openMinutes(minutes, service, new Set([...holidays, ...service.closures]))
  const opening = isOpen.indexOf(true, first)
  if (opening === -1 && first + 14 * 1440 > minutes.length) return 'beyond the window'
  if (opening === -1 || opening >= first + 14 * 1440) return undefined
  let missing = service.replyTargetMinutes
  for (let n = opening; n < minutes.length; n += 1) {
    if (isOpen[n]) missing -= 1
    if (missing === 0) return new Date(window.from + (n + 1) * MINUTE_MS)
  }
  return 'beyond the window'
}

/** Within a date the clock may repeat itself: an interval begins, and ends, the first time its minute has come. */
function openMinutes(minutes: Minute[], { hours }: ServiceHours, shut: ReadonlySet<string>): boolean[] {
  const isOpen = new Array<boolean>(minutes.length).fill(false)
  for (let start = 0; start < minutes.length; ) {
    const { date, weekday } = minutes[start] as Minute
    let end = start
    while (minutes[end]?.date === date) end += 1
    for (const { open, close } of shut.has(date) ? [] : hours.filter((interval) => interval.weekday === weekday)) {
      if (open >= close) continue
      const from = firstAt(minutes, start, end, open)
      isOpen.fill(true, from, firstAt(minutes, start, end, close))
    }
    start = end
  }
  return isOpen
}

function firstAt(minutes: Minute[], start: number, end: number, time: string): number {
  for (let n = start; n < end; n += 1) if ((minutes[n] as Minute).time >= time) return n
  return end
}
