import type { GoalType } from '@weft/contract/goals/shapes.ts'
import { demoId, type Random } from '../random.ts'
import { liveServices, type Owner } from './own-life.ts'
import { dealt, give, sumOf, swap } from './spread.ts'

type End = 'active' | 'achieved' | 'paused' | 'let_go'

export interface GoalPlan {
  owner: Owner
  id: string
  type: GoalType
  end: End
  steps: number
  /** How many of them are done. */
  ticks: number
  isPrivate: boolean
  startDay: number
  /** The last day on which anything of it happens. */
  lastDay: number
  /** Denise's goal about money, of which three steps are done by day 8. */
  isMoney: boolean
}

/** Median 13, quartiles 8 and 20. Those who took longest had begun before the first day. */
const daysToAchieve = [3, 5, 7, 8, 8, 10, 12, 14, 17, 20, 20, 23, 26, 33] as const
const achievedEarlier = 6

/** Begun before the first day. */
const early = 24
const kept = 17
const ticked = 96

/** Who has which goals and what becomes of each: 58 goals of 31 people, 178 steps (domain.md 18). */
export function planOfGoals(random: Random, owners: readonly Owner[]): GoalPlan[] {
  const holders = holdersOf(random, owners)
  const money = lastOf(holders, 'denise')
  const types = typesFor(random, holders)
  const ends = dealt<End>(random, [
    ['active', 36],
    ['achieved', 14],
    ['paused', 4],
    ['let_go', 4],
  ])
  const steps = dealt(random, [
    [1, 6],
    [2, 14],
    [3, 18],
    [4, 12],
    [5, 6],
    [6, 2],
  ])
  // Kofi has achieved one and goes on with the others; Denise's about money is still going, with five steps.
  for (const [nth, end] of (['active', 'achieved', 'active', 'active'] as const).entries())
    give(ends, holders.findIndex(({ key }) => key === 'kofi') + nth, end)
  give(ends, money, 'active')
  give(steps, money, 5)
  const hidden = hiddenOf(random, holders, money)
  const days = daysFor(random, holders, ends, money)
  const plans = holders.map((owner, place) => ({
    owner,
    id: demoId(`goal ${place}`),
    type: types[place] as GoalType,
    end: ends[place] as End,
    steps: steps[place] as number,
    ticks: 0,
    isPrivate: hidden.has(place),
    ...(days[place] as Days),
    isMoney: place === money,
  }))
  return ticksIn(random, plans)
}

const lastOf = (holders: readonly Owner[], key: string) => holders.findLastIndex((owner) => owner.key === key)

/** 12 have one goal, 13 two, 4 three and 2 four, one holder after another. Whoever is with two services has several. */
function holdersOf(random: Random, owners: readonly Owner[]): Owner[] {
  const called = (...keys: string[]) => keys.flatMap((key) => owners.filter((owner) => owner.key === key))
  const most = called('kofi', 'leanne')
  const denise = called('denise')
  const known = [...most, ...denise]
  const alone = owners.filter((owner) => owner.services.length === 0)
  const withTwo = owners.filter((owner) => liveServices(owner).length > 1 && !known.includes(owner))
  const others = random.shuffle(owners.filter((owner) => ![...known, ...alone, ...withTwo].includes(owner)))
  const times = (some: readonly Owner[], count: number) =>
    some.flatMap((owner) => Array.from({ length: count }, () => owner))
  return [
    ...times(most, 4),
    ...times(withTwo, 3),
    ...times([...denise, ...others.slice(0, 12)], 2),
    ...others.slice(12),
    ...alone,
  ]
}

/** Nobody has two about the same part of life. Denise's are about her body and, the last, about money. */
function typesFor(random: Random, holders: readonly Owner[]): GoalType[] {
  const types = dealt<GoalType>(random, [
    ['physical_health', 13],
    ['mental_health', 14],
    ['alcohol', 4],
    ['smoking', 6],
    ['housing', 7],
    ['relationships', 5],
    ['work', 4],
    ['money', 5],
  ])
  const denise = lastOf(holders, 'denise')
  give(types, denise - 1, 'physical_health')
  give(types, denise, 'money')
  const isTwice = (place: number) =>
    holders.some((owner, other) => other !== place && owner === holders[place] && types[other] === types[place])
  for (const place of types.keys()) {
    for (let other = 0; isTwice(place) && other < types.length; other += 1) {
      if (holders[other]?.key === 'denise') continue
      swap(types, place, other)
      if (isTwice(place) || isTwice(other)) swap(types, place, other)
    }
  }
  return types
}

/** The 17 that nobody else sees; of the others 26 are seen by one service and 15 by two, theirs who are with two. */
function hiddenOf(random: Random, holders: readonly Owner[], money: number): Set<number> {
  const places = [...holders.keys()]
  const alone = places.filter((place) => holders[place]?.services.length === 0)
  const chosen = [money, lastOf(holders, 'leanne'), lastOf(holders, 'kofi')]
  const others = places.filter((place) => {
    const owner = holders[place] as Owner
    return liveServices(owner).length === 1 && !['kofi', 'denise'].includes(owner.key)
  })
  return new Set([...alone, ...chosen, ...random.shuffle(others)].slice(0, kept))
}

interface Days {
  startDay: number
  lastDay: number
}

/** 24 begin in the five weeks before the first day; 14 are achieved after so many days, none after day 26. */
function daysFor(random: Random, holders: readonly Owner[], ends: readonly End[], money: number): Days[] {
  const places = [...holders.keys()]
  const achieved = random.shuffle(places.filter((place) => ends[place] === 'achieved'))
  const took = new Map(achieved.map((place, nth) => [place, daysToAchieve[nth] as number]))
  const others = random.shuffle(places.filter((place) => !took.has(place) && place !== money))
  const isEarly = new Set([...achieved.slice(-achievedEarlier), money, ...others].slice(0, early))
  return places.map((place) => {
    const days = took.get(place)
    const { fromDay } = holders[place] as Owner
    if (days === undefined) {
      const startDay = isEarly.has(place) ? random.whole(-35, -1) : random.whole(0, ends[place] === 'active' ? 20 : 12)
      return { startDay, lastDay: 26 }
    }
    // Achieved no sooner than three days after the account is there.
    const startDay = isEarly.has(place)
      ? random.whole(Math.max(-35, fromDay + 3 - days), Math.min(-1, 26 - days))
      : random.whole(fromDay, 26 - days)
    return { startDay, lastDay: startDay + days }
  })
}

/** All steps of what was achieved, three of Denise's, and of the rest as many as make 96 in all, never the last. */
function ticksIn(random: Random, plans: GoalPlan[]): GoalPlan[] {
  for (const plan of plans) plan.ticks = plan.end === 'achieved' ? plan.steps : plan.isMoney ? 3 : 0
  for (let left = ticked - sumOf(plans.map(({ ticks }) => ticks)); left > 0; left -= 1)
    random.pick(plans.filter((plan) => !plan.isMoney && plan.ticks < plan.steps - 1)).ticks += 1
  return plans
}
