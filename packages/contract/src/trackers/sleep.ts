import { addDays, instantOf, localDate, offsetAt } from '../conversations/zone-time.ts'
import type { SleepDiary, SleepEntry } from './shapes.ts'

const MINUTE_MS = 60_000
/** More than this in bed is a slip of the clock, not a night. Minutes. */
export const LONGEST_IN_BED = 18 * 60

/** What the answers of one night come to. Minutes, but for `efficiency`. Sources: Consensus Sleep Diary, Carney 2012. */
export interface SleepFigures {
  /** TIB: from getting into bed to getting out of it. */
  inBed: number
  /** TST: the period from trying to sleep to waking for good, without falling asleep (SOL) and lying awake (WASO). Naps are not in it. */
  asleep: number
  /** SE: percent of the time in bed, 1 decimal. */
  efficiency: number
  /** TWAK: from waking for good to getting out of bed. */
  awakeInBed: number
  /** Halfway from falling asleep to waking for good, as a local time of the zone. */
  midpoint: string
}

/** What is wrong with a night's answers, so that it is refused; the person is told in plain words. */
export type SleepFault = 'too-long-in-bed' | 'no-sleep'

type Timed = Pick<SleepDiary, 'intoBed' | 'triedToSleep' | 'finalWake' | 'outOfBed'>
const timed = ['intoBed', 'triedToSleep', 'finalWake', 'outOfBed'] as const

/**
 * The figures of a night, or nothing while an answer that they need is missing. `forDate` is the local date of waking; times are placed
 * backwards from getting up, each the latest at or before the next, and durations are minutes that really went by (domain.md 5).
 */
export function sleepFigures(diary: SleepDiary, forDate: string, zone: string): SleepFigures | undefined {
  const { minutesToSleep, minutesAwake } = diary
  if (!isTimed(diary) || minutesToSleep === undefined || minutesAwake === undefined) return undefined
  const out = placed(forDate, diary.outOfBed, zone)
  const wake = latestBefore(out, diary.finalWake, zone)
  const tried = latestBefore(wake, diary.triedToSleep, zone)
  const into = latestBefore(tried, diary.intoBed, zone)
  const inBed = (out - into) / MINUTE_MS
  const asleep = (wake - tried) / MINUTE_MS - minutesToSleep - minutesAwake
  const fellAsleep = tried + minutesToSleep * MINUTE_MS
  return {
    inBed,
    asleep,
    efficiency: inBed === 0 ? 0 : Math.round((1000 * asleep) / inBed) / 10,
    awakeInBed: (out - wake) / MINUTE_MS,
    midpoint: localTime(fellAsleep + Math.floor((wake - fellAsleep) / 2 / MINUTE_MS) * MINUTE_MS, zone),
  }
}

export function sleepFault(diary: SleepDiary, forDate: string, zone: string): SleepFault | undefined {
  const figures = sleepFigures(diary, forDate, zone)
  if (!figures) return undefined
  if (figures.inBed > LONGEST_IN_BED) return 'too-long-in-bed'
  return figures.asleep <= 0 ? 'no-sleep' : undefined
}

/** Answers that do not fit together but may be right: worth asking about, never refused. */
export function isSleepInDoubt({ timesWoken, minutesAwake }: SleepDiary): boolean {
  return timesWoken === 0 && minutesAwake !== undefined && minutesAwake > 0
}

/** Minutes slept: worked out from the full diary where it can be, else as the person guessed. */
export function minutesSlept({ diary, minutesSlept: guessed, forDate, zone }: SleepEntry): number | undefined {
  return (diary && sleepFigures(diary, forDate, zone)?.asleep) ?? guessed
}

/**
 * A guide for clinicians, never a diagnosis and never shown to the person as a verdict (domain.md 5). A diary overstates time asleep by
 * about 30 to 40 minutes and efficiency by 6 to 7 points against recordings.
 */
export function sleepGuide(means: {
  minutesToSleep: number
  minutesAwake: number
  efficiency: number
}): 'suggests-insomnia' | 'adequate' | undefined {
  const { minutesToSleep, minutesAwake, efficiency } = means
  if (efficiency < 80 && Math.max(minutesToSleep, minutesAwake) > 30) return 'suggests-insomnia'
  return efficiency >= 85 ? 'adequate' : undefined
}

function isTimed(diary: SleepDiary): diary is SleepDiary & Required<Timed> {
  return timed.every((name) => diary[name] !== undefined)
}

/** The instant of a local time: of a repeated hour the first, and a skipped one moves forward by as much as was skipped. */
function placed(date: string, time: string, zone: string): number {
  const wall = Date.parse(`${date}T${time}:00Z`)
  const at = instantOf(date, time, zone)
  return at + offsetAt(at, zone) === wall ? at : wall - offsetAt(at - MINUTE_MS, zone)
}

function latestBefore(limit: number, time: string, zone: string): number {
  const today = localDate(limit, zone)
  for (const day of [0, -1]) {
    const at = placed(addDays(today, day), time, zone)
    if (at <= limit) return at
  }
  return placed(addDays(today, -2), time, zone)
}

function localTime(at: number, zone: string): string {
  return new Date(at + offsetAt(at, zone)).toISOString().slice(11, 16)
}
