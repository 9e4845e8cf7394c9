/** Dates and times as people read them: “Friday 22 November”, “9am”, “11:50pm”, “midday”. */
export interface Dates {
  /** “9am”, “9:12am”, “midday”, “midnight”. */
  time(at: string): string
  /** A wall clock's time of no particular day or zone, `09:00`: “9am”. */
  clockTime(clock: string): string
  /** “Friday 22 November”, with the year when it is not this one. */
  day(at: string): string
  /** “22 November 2026”: a calendar date or a moment. */
  date(at: string): string
  /** “Friday”. */
  weekday(at: string): string
  /** The calendar date a moment falls on here, `2026-04-22`. */
  localDay(at: string): string
  /** In a list: today's time, the weekday under 7 days, else the date. */
  when(at: string): string
  /** After “since”: “9am”, “6pm yesterday”, “Tuesday 6pm”, “12 April”. */
  since(at: string): string
  /** “just now”, “5 minutes ago”, “2 hours ago”, then the day. */
  ago(at: string): string
}

export interface DateSettings {
  language: string
  /** IANA zone; the device's own unless told. */
  zone?: string
  now?: () => Date
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** Gregorian in every language: an appointment letter from a service here says the same day. */
const localeOf = (language: string) => (language === 'en' ? 'en-GB' : `${language}-u-ca-gregory`)

export function createDates({ language, zone, now = () => new Date() }: DateSettings): Dates {
  const locale = localeOf(language)
  const isEnglish = language === 'en'
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, ...options })
  const shortTime = format({ timeStyle: 'short' })
  const longDay = format({ weekday: 'long', day: 'numeric', month: 'long' })
  const longDayYear = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  const date = format({ day: 'numeric', month: 'long' })
  const dateYear = format({ day: 'numeric', month: 'long', year: 'numeric' })
  const weekday = format({ weekday: 'long' })
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: 'numeric', minute: '2-digit', hour12: false })
  const calendar = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })

  const localDay = (at: string | Date) => calendar.format(new Date(at))
  const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / day)
  const daysAgo = (at: string) => daysBetween(localDay(at), localDay(now()))
  const isThisYear = (at: string) => localDay(at).slice(0, 4) === localDay(now()).slice(0, 4)

  const time = (at: string) => {
    if (!isEnglish) return shortTime.format(new Date(at))
    const parts = clock.formatToParts(new Date(at))
    const part = (type: string) => Number(parts.find((one) => one.type === type)?.value ?? 0)
    return spoken(part('hour') % 24, part('minute'))
  }
  const spoken = (hours: number, minutes: number) => {
    if (minutes === 0 && hours === 12) return 'midday'
    if (minutes === 0 && hours === 0) return 'midnight'
    const past = minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`
    return `${hours % 12 || 12}${past}${hours < 12 ? 'am' : 'pm'}`
  }
  // Some versions of the language data put a comma after the weekday, some do not: “Friday 22 November” here.
  const plainDay = (shape: Intl.DateTimeFormat, at: string) => {
    const text = shape.format(new Date(at))
    return isEnglish ? text.replace(',', '') : text
  }
  const dateOf = (at: string) => (isThisYear(at) ? date : dateYear).format(new Date(at))

  const wallTime = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', timeStyle: 'short' })
  const clockTime = (wall: string) => {
    if (!isEnglish) return wallTime.format(new Date(`2024-01-01T${wall}:00Z`))
    const [hours = 0, minutes = 0] = wall.split(':').map(Number)
    return spoken(hours, minutes)
  }

  return {
    time,
    clockTime,
    localDay,
    date: (at) => dateYear.format(new Date(at)),
    weekday: (at) => weekday.format(new Date(at)),
    day: (at) => plainDay(isThisYear(at) ? longDay : longDayYear, at),
    when(at) {
      const days = daysAgo(at)
      if (days <= 0) return time(at)
      return days < 7 ? weekday.format(new Date(at)) : dateOf(at)
    },
    since(at) {
      const days = daysAgo(at)
      if (days <= 0) return time(at)
      if (days === 1) return `${time(at)} ${relative.format(-1, 'day')}`
      return days < 7 ? `${weekday.format(new Date(at))} ${time(at)}` : dateOf(at)
    },
    ago(at) {
      const past = now().getTime() - Date.parse(at)
      if (past < minute) return relative.format(0, 'second').replace(/^now$/, 'just now')
      if (past < hour) return relative.format(-Math.floor(past / minute), 'minute')
      if (past < day) return relative.format(-Math.floor(past / hour), 'hour')
      return daysAgo(at) < 7 ? relative.format(-daysAgo(at), 'day') : dateOf(at)
    },
  }
}
