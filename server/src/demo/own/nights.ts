import { logSleep, logSleepDiary } from '@weft/contract/trackers/operations.ts'
import type { SleepDiary } from '@weft/contract/trackers/shapes.ts'
import type { Calendar } from '../calendar.ts'
import type { Random } from '../random.ts'
import { clockTime } from '../timeline.ts'
import type { Deeds, Owner } from './own-life.ts'
import { bell, comingTo, standardised } from './spread.ts'

interface Night {
  owner: Owner
  /** Of waking. */
  day: number
}

/** What the answers of a full diary are made from. Minutes; the midpoint of sleep after local midnight. */
interface Shape {
  asleep: number
  /** Percent of the time in bed. */
  efficiency: number
  midpoint: number
}

/** Kofi fills in the full diary every sixth night and all the last week; four others try it for their second and third weeks. */
const isFull = ({ owner, day }: Night, triers: readonly Owner[]): boolean =>
  owner.key === 'kofi' ? day % 6 === 4 || day >= 21 : triers.includes(owner) && day >= 7 && day < 21

const isWeekend = ({ day }: Night) => day % 7 >= 5

/** Mean 6.3 hours asleep, sd 1.4; of the full diaries efficiency 79 % in the mean, and 40 minutes later at weekends. */
export function planNights(
  random: Random,
  calendar: Calendar,
  deeds: Deeds,
  daysOfHolders: ReadonlyMap<Owner, readonly number[]>,
): void {
  const triers = [...daysOfHolders.keys()].slice(1, 5)
  const nights = [...daysOfHolders].flatMap(([owner, days]) => days.map((day) => ({ owner, day })))
  const full = new Set(nights.filter((night) => isFull(night, triers)))
  // Nobody fills in eight questions after the wildest nights.
  const hours = standardised(nights.map((night) => bell(random) * (full.has(night) ? 0.7 : 1)))
  const asleep = hours.map((hour) => Math.max(1, Math.round((6.3 + 1.4 * hour) * 2)) * 30)
  const shapes = shapesOf(random, nights, full, asleep)
  for (const [place, night] of nights.entries()) {
    const { owner, day } = night
    const shape = shapes.get(night)
    const timesWoken = random.weighted([3, 4, 4, 2, 1])
    const told = random.whole(7 * 60, 9 * 60) + (isWeekend(night) ? 40 : 0)
    const about = (minute: number) => {
      const time = clockTime(minute)
      return { time, on: { forDate: calendar.dateOf(day), recordedAt: calendar.at(day, time).toISOString() } }
    }
    if (shape) {
      const { diary, up } = fullNight(random, timesWoken, shape)
      const { time, on } = about(Math.max(told, up + 10))
      deeds.do(owner, day, time, logSleepDiary, { ...on, diary })
    } else {
      const { time, on } = about(told)
      deeds.do(owner, day, time, logSleep, { ...on, minutesSlept: asleep[place], timesWoken })
    }
  }
}

/** Kofi lies awake longer than the others. Midpoints are counted in fives of minutes: 03:20, and 04:00 at weekends. */
function shapesOf(
  random: Random,
  nights: readonly Night[],
  full: ReadonlySet<Night>,
  asleep: readonly number[],
): Map<Night, Shape> {
  const each = [...full]
  const efficiency = standardised(each.map(({ owner }) => bell(random) - (owner.key === 'kofi' ? 0.6 : 0)))
  const midpoints = new Map<Night, number>()
  for (const [some, fives] of [
    [each.filter((night) => !isWeekend(night)), 40],
    [each.filter(isWeekend), 48],
  ] as const) {
    const drawn = some.map(() => fives + 3 * bell(random))
    const found = comingTo(random, drawn, fives * some.length, [fives - 9, fives + 9])
    for (const [place, night] of some.entries()) midpoints.set(night, 5 * (found[place] as number))
  }
  return new Map(
    each.map((night, place) => [
      night,
      {
        asleep: asleep[nights.indexOf(night)] as number,
        efficiency: 79 + 5 * (efficiency[place] as number),
        midpoint: midpoints.get(night) as number,
      },
    ]),
  )
}

const toNearest = (unit: number, minutes: number) => Math.round(minutes / unit) * unit

/** Answers to the nearest five minutes, as people give them, which come to what is wanted; and when they were up. */
function fullNight(
  random: Random,
  timesWoken: number,
  { asleep, efficiency, midpoint }: Shape,
): { diary: SleepDiary; up: number } {
  const awake = Math.max(20, toNearest(5, (100 * asleep) / efficiency - asleep))
  const minutesAwake = toNearest(10, awake * (0.2 + 0.2 * random.next()))
  const minutesToSleep = toNearest(5, awake * 0.3)
  const reading = toNearest(5, awake * 0.15)
  const half = (asleep + minutesAwake) / 2
  const tried = midpoint - half - minutesToSleep
  const wake = midpoint + half
  const up = wake + awake - minutesAwake - minutesToSleep - reading
  const at = (minute: number) => clockTime(minute + 24 * 60)
  const diary = {
    intoBed: at(tried - reading),
    triedToSleep: at(tried),
    minutesToSleep,
    timesWoken: minutesAwake === 0 ? 0 : Math.max(1, timesWoken),
    minutesAwake,
    finalWake: at(wake),
    outOfBed: at(up),
    quality: Math.min(5, Math.max(1, Math.round((asleep / 60 - 1.3) / 1.6))),
  }
  return { diary, up }
}
