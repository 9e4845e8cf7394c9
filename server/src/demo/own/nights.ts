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

/** Hours asleep, of all nights. */
const mean = 6.3
const deviation = 1.4
/** Of the full diaries: nobody answers eight questions after the wildest nights. */
const calmDeviation = 1

/** Mean 6.3 hours asleep, sd 1.4; of the full diaries efficiency 79 % in the mean, and 40 minutes later at weekends. */
export function planNights(
  random: Random,
  calendar: Calendar,
  deeds: Deeds,
  daysOfHolders: ReadonlyMap<Owner, readonly number[]>,
): void {
  const triers = [...daysOfHolders.keys()].slice(1, 5)
  const nights = [...daysOfHolders].flatMap(([owner, days]) => days.map((day) => ({ owner, day })))
  const full = nights.filter((night) => isFull(night, triers))
  const quick = nights.filter((night) => !isFull(night, triers))
  const told = (night: Night) => random.whole(7 * 60, 9 * 60) + (isWeekend(night) ? 40 : 0)
  const timesWoken = () => random.weighted([3, 4, 4, 2, 1])
  const about = (day: number, minute: number) => {
    const time = clockTime(minute)
    return { time, on: { forDate: calendar.dateOf(day), recordedAt: calendar.at(day, time).toISOString() } }
  }
  // Midpoints of sleep are 03:20, and 04:00 at weekends.
  for (const [some, midpoint] of [
    [full.filter((night) => !isWeekend(night)), 3 * 60 + 20],
    [full.filter(isWeekend), 4 * 60],
  ] as const) {
    for (const [night, shape] of shapesOf(random, some, midpoint)) {
      const { diary, up } = fullNight(random, timesWoken(), shape)
      const { time, on } = about(night.day, Math.max(told(night), up + 10))
      deeds.do(night.owner, night.day, time, logSleepDiary, { ...on, diary })
    }
  }
  const rest = Math.sqrt((deviation ** 2 * nights.length - calmDeviation ** 2 * full.length) / quick.length)
  const minutes = asleepIn(random, quick, rest)
  for (const [place, night] of quick.entries()) {
    const { time, on } = about(night.day, told(night))
    const said = { minutesSlept: minutes[place], timesWoken: timesWoken() }
    deeds.do(night.owner, night.day, time, logSleep, { ...on, ...said })
  }
}

/** In half-hours. Kofi sleeps less than the others. */
function asleepIn(random: Random, nights: readonly Night[], spread: number): number[] {
  const hours = standardised(nights.map(({ owner }) => bell(random) - (owner.key === 'kofi' ? 0.4 : 0)))
  return hours.map((hour) => Math.max(1, Math.round((mean + spread * hour) * 2)) * 30)
}

/** Kofi lies awake longer than the others, and everybody in the shorter nights. Midpoints are on the five minutes, as are all answers. */
function shapesOf(random: Random, nights: readonly Night[], midpoint: number): Map<Night, Shape> {
  const asleep = asleepIn(random, nights, calmDeviation)
  const restful = nights.map(
    ({ owner }, place) => bell(random) + ((asleep[place] as number) / 60 - mean) - (owner.key === 'kofi' ? 0.6 : 0),
  )
  const efficiency = standardised(restful)
  const fives = midpoint / 5
  const near = nights.map(() => fives + 3 * bell(random))
  const midpoints = comingTo(random, near, fives * nights.length, [fives - 9, fives + 9])
  return new Map(
    nights.map((night, place) => [
      night,
      {
        asleep: asleep[place] as number,
        efficiency: 79 + 5 * (efficiency[place] as number),
        midpoint: 5 * (midpoints[place] as number),
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
    timesWoken: minutesAwake === 0 ? 0 : Math.max(Math.ceil(minutesAwake / 30), timesWoken),
    minutesAwake,
    finalWake: at(wake),
    outOfBed: at(up),
    quality: Math.min(5, Math.max(1, Math.round((asleep / 60 - 1.3) / 1.6))),
  }
  return { diary, up }
}
