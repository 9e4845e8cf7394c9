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
  /** Under a chart: “22 Nov”, or “Fri” among seven days. */
  shortDay(at: string, as: 'weekday' | 'date'): string
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
  /** Given for a language that browsers have no names for. */
  names?: DateNames
}

/** What `Intl` would say, for a language it does not have: Chrome has no Welsh. */
export interface DateNames {
  /** From Sunday on. */
  weekdays: readonly string[]
  shortWeekdays: readonly string[]
  months: readonly string[]
  shortMonths: readonly string[]
  midday: string
  midnight: string
  justNow: string
  minutesAgo(count: number): string
  hoursAgo(count: number): string
  /** 1 is yesterday. */
  daysAgo(count: number): string
}

type DayShape = 'weekday' | 'date' | 'dateYear' | 'longDay' | 'longDayYear' | 'shortWeekday' | 'shortDate'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** Gregorian in every language: an appointment letter from a service here says the same day. */
const localeOf = (language: string) => (language === 'en' ? 'en-GB' : `${language}-u-ca-gregory`)
const isPlainDate = (at: string) => /^\d{4}-\d\d-\d\d$/.test(at)

export function createDates({ language, zone, now = () => new Date(), names }: DateSettings): Dates {
  const isEnglish = language === 'en'
  // A language that browsers lack tells the time as English does, in its own words for midday and midnight.
  const twelve = isEnglish ? { midday: 'midday', midnight: 'midnight' } : names
  const shortTime = new Intl.DateTimeFormat(localeOf(language), { timeZone: zone, timeStyle: 'short' })
  const wallTime = new Intl.DateTimeFormat(localeOf(language), { timeZone: 'UTC', timeStyle: 'short' })
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: 'numeric', minute: '2-digit', hour12: false })
  const calendar = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  const said = names ? namedDays(names) : intlDays(language, zone)
  const ago = names ?? intlAgo(language)

  const localDay = (at: string | Date) => calendar.format(new Date(at))
  const say = (shape: DayShape, at: string) => said(shape, at, localDay(at))
  const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / day)
  const daysAgo = (at: string) => daysBetween(localDay(at), localDay(now()))
  const isThisYear = (at: string) => localDay(at).slice(0, 4) === localDay(now()).slice(0, 4)
  const dateOf = (at: string) => say(isThisYear(at) ? 'date' : 'dateYear', at)

  const spoken = (hours: number, minutes: number) => {
    if (minutes === 0 && hours === 12) return twelve?.midday ?? ''
    if (minutes === 0 && hours === 0) return twelve?.midnight ?? ''
    const past = minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`
    return `${hours % 12 || 12}${past}${hours < 12 ? 'am' : 'pm'}`
  }
  const time = (at: string) => {
    if (!twelve) return shortTime.format(new Date(at))
    const parts = clock.formatToParts(new Date(at))
    const part = (type: string) => Number(parts.find((one) => one.type === type)?.value ?? 0)
    return spoken(part('hour') % 24, part('minute'))
  }
  const clockTime = (wall: string) => {
    if (!twelve) return wallTime.format(new Date(`2024-01-01T${wall}:00Z`))
    const [hours = 0, minutes = 0] = wall.split(':').map(Number)
    return spoken(hours, minutes)
  }

  return {
    time,
    clockTime,
    localDay,
    date: (at) => say('dateYear', at),
    weekday: (at) => say('weekday', at),
    shortDay: (at, as) => say(as === 'weekday' ? 'shortWeekday' : 'shortDate', at),
    day: (at) => say(isThisYear(at) ? 'longDay' : 'longDayYear', at),
    when(at) {
      const days = daysAgo(at)
      if (days <= 0) return time(at)
      return days < 7 ? say('weekday', at) : dateOf(at)
    },
    since(at) {
      const days = daysAgo(at)
      if (days <= 0) return time(at)
      if (days === 1) return `${time(at)} ${ago.daysAgo(1)}`
      return days < 7 ? `${say('weekday', at)} ${time(at)}` : dateOf(at)
    },
    ago(at) {
      const past = now().getTime() - Date.parse(at)
      if (past < minute) return ago.justNow
      if (past < hour) return ago.minutesAgo(Math.floor(past / minute))
      if (past < day) return ago.hoursAgo(Math.floor(past / hour))
      return daysAgo(at) < 7 ? ago.daysAgo(daysAgo(at)) : dateOf(at)
    },
  }
}

function intlDays(language: string, zone: string | undefined) {
  const isEnglish = language === 'en'
  const options: Record<DayShape, Intl.DateTimeFormatOptions> = {
    weekday: { weekday: 'long' },
    date: { day: 'numeric', month: 'long' },
    dateYear: { day: 'numeric', month: 'long', year: 'numeric' },
    longDay: { weekday: 'long', day: 'numeric', month: 'long' },
    longDayYear: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
    shortWeekday: { weekday: 'short' },
    shortDate: { day: 'numeric', month: 'short' },
  }
  const formats = new Map<string, Intl.DateTimeFormat>()
  return (shape: DayShape, at: string) => {
    const timeZone = isPlainDate(at) ? 'UTC' : zone
    const key = `${shape} ${timeZone}`
    const format = formats.get(key) ?? new Intl.DateTimeFormat(localeOf(language), { timeZone, ...options[shape] })
    formats.set(key, format)
    const text = format.format(new Date(at))
    // Some versions of the language data put a comma after the weekday, some do not: “Friday 22 November” here.
    return isEnglish && shape.startsWith('longDay') ? text.replace(',', '') : text
  }
}

function namedDays(names: DateNames) {
  return (shape: DayShape, at: string, localDay: string) => {
    const [year = 0, month = 1, date = 1] = (isPlainDate(at) ? at : localDay).split('-').map(Number)
    const dayOfWeek = new Date(Date.UTC(year, month - 1, date)).getUTCDay()
    const shapes: Record<DayShape, string> = {
      weekday: `${names.weekdays[dayOfWeek]}`,
      date: `${date} ${names.months[month - 1]}`,
      dateYear: `${date} ${names.months[month - 1]} ${year}`,
      longDay: `${names.weekdays[dayOfWeek]} ${date} ${names.months[month - 1]}`,
      longDayYear: `${names.weekdays[dayOfWeek]} ${date} ${names.months[month - 1]} ${year}`,
      shortWeekday: `${names.shortWeekdays[dayOfWeek]}`,
      shortDate: `${date} ${names.shortMonths[month - 1]}`,
    }
    return shapes[shape]
  }
}

function intlAgo(language: string): Pick<DateNames, 'justNow' | 'minutesAgo' | 'hoursAgo' | 'daysAgo'> {
  const relative = new Intl.RelativeTimeFormat(localeOf(language), { numeric: 'auto' })
  return {
    justNow: relative.format(0, 'second').replace(/^now$/, 'just now'),
    minutesAgo: (count) => relative.format(-count, 'minute'),
    hoursAgo: (count) => relative.format(-count, 'hour'),
    daysAgo: (count) => relative.format(-count, 'day'),
  }
}
