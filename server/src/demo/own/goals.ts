import {
  achieveGoal,
  addGoal,
  addStep,
  letGoOfGoal,
  changeGoal as lookBack,
  pauseGoal,
  rateGoal,
  starGoal,
  tickStep,
} from '@weft/contract/goals/operations.ts'
import { type GoalType, RATED_MAX } from '@weft/contract/goals/shapes.ts'
import { startSharing } from '@weft/contract/sharing/operations.ts'
import type { Calendar } from '../calendar.ts'
import { demoId, type Random } from '../random.ts'
import { clockTime } from '../timeline.ts'
import { Deeds, dealt, type OwnAct, type Owner } from './own-life.ts'
import { goalPhrases, moreSteps, reflections } from './phrases.ts'

type End = 'active' | 'achieved' | 'paused' | 'let_go'

interface Plan {
  owner: Owner
  id: string
  type: GoalType
  end: End
  steps: number
  isPrivate: boolean
  startDay: number
  /** Denise's goal about money, of which three steps are done by day 8. */
  isMoney: boolean
}

const early = 24

/** 58 goals of 31 people, 178 steps, 96 of them ticked (domain.md 18). */
export function planGoals(random: Random, calendar: Calendar, owners: readonly Owner[]): OwnAct[] {
  const deeds = new Deeds(calendar, 'goals')
  const plans = spread(random, owners)
  const ticks = ticksFor(random, plans)
  const rated = new Map<string, number>()
  for (const [place, plan] of plans.entries()) {
    const before = rated.get(plan.owner.key) ?? 0
    const isRated = plan.steps >= 4 && before < RATED_MAX
    if (isRated) rated.set(plan.owner.key, before + 1)
    live(random, calendar, deeds, plan, { ticks: ticks[place] ?? 0, isRated })
  }
  return deeds.acts
}

function spread(random: Random, owners: readonly Owner[]): Plan[] {
  const alone = owners.filter((owner) => owner.services.length === 0)
  const others = owners.filter((owner) => owner.services.length > 0)
  const first = ['kofi', 'denise']
  const known = first.flatMap((key) => others.filter((owner) => owner.key === key))
  const rest = random.shuffle(others.filter((owner) => !first.includes(owner.key)))
  // 12 have one goal, 13 two, 4 three and 2 four; whoever is with no service has one.
  const counts = [4, 2, 4, ...Array(4).fill(3), ...Array(12).fill(2), ...Array(3).fill(1)] as number[]
  const holders = [
    ...[...known, ...rest].flatMap((owner, place) => Array.from({ length: counts[place] ?? 1 }, () => owner)),
    ...alone,
  ].slice(0, 58)
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
  const kept = Math.max(0, 17 - alone.length)
  const starts = dealt(random, [
    [true, early],
    [false, 58 - early],
  ])
  // Denise's goal about money is still going, with five steps, from before the first day on.
  const money = holders.findIndex((owner, place) => owner.key === 'denise' && holders[place - 1]?.key === 'denise')
  swap(steps, money, steps.indexOf(5))
  swap(ends, money, ends.indexOf('active'))
  swap(starts, money, starts.indexOf(true))
  let keptSoFar = 0
  return holders.map((owner, place) => {
    const type = typeOf(owner, place, holders, types[place] as GoalType)
    const isMoney = place === money
    const isPrivate = owner.services.length === 0 || isMoney || keptSoFar++ % 6 === 5
    const end = ends[place] as End
    return {
      owner,
      id: demoId(`goal ${place}`),
      type,
      end,
      steps: steps[place] as number,
      isPrivate: isPrivate && (owner.services.length === 0 || isMoney || keptSoFar / 6 <= kept),
      isMoney,
      startDay: starts[place] ? random.whole(-35, -1) : random.whole(0, end === 'active' ? 20 : 12),
    }
  })
}

function swap<T>(list: T[], a: number, b: number): void {
  const [one, other] = [list[a] as T, list[b] as T]
  list[a] = other
  list[b] = one
}

/** Denise shares a goal about her weight and keeps one about money to herself. */
function typeOf(owner: Owner, place: number, holders: readonly Owner[], dealtType: GoalType): GoalType {
  if (owner.key !== 'denise') return dealtType
  return holders[place - 1]?.key === 'denise' ? 'money' : 'physical_health'
}

/** All steps of what was achieved, and of the rest as many as make 96 in all, never the last. */
function ticksFor(random: Random, plans: readonly Plan[]): number[] {
  const ticks = plans.map((plan) => (plan.end === 'achieved' ? plan.steps : plan.isMoney ? 3 : 0))
  let left = 96 - ticks.reduce((sum, one) => sum + one, 0)
  while (left > 0) {
    const open = plans.flatMap((plan, place) =>
      !plan.isMoney && (ticks[place] as number) < plan.steps - 1 ? [place] : [],
    )
    if (open.length === 0) break
    const place = random.pick(open)
    ticks[place] = (ticks[place] as number) + 1
    left -= 1
  }
  return ticks
}

function live(
  random: Random,
  calendar: Calendar,
  deeds: Deeds,
  plan: Plan,
  { ticks, isRated }: { ticks: number; isRated: boolean },
): void {
  const { owner, id: goalId, startDay } = plan
  const phrase = random.pick(goalPhrases[plan.type])
  // The account is there from day 0; what began before was written down then, with its own date.
  const day = Math.max(owner.fromDay, startDay)
  const began = calendar.at(startDay, clockTime(random.whole(9 * 60, 20 * 60)))
  const time = clockTime(random.whole(10 * 60, 20 * 60))
  deeds.do(owner, day, time, addGoal, { goalId, words: phrase.words, type: plan.type, at: began.toISOString() })
  if (plan.steps > 4) deeds.do(owner, day, time, starGoal, { goalId, important: true, at: began.toISOString() })
  const stepIds = Array.from({ length: plan.steps }, (_, place) => demoId(`step ${goalId} ${place}`))
  for (const [place, stepId] of stepIds.entries()) {
    const text = (phrase.steps[place] ?? moreSteps[place - phrase.steps.length]) as string
    deeds.do(owner, day, time, addStep, { goalId, stepId, text, at: began.toISOString() })
  }
  if (!plan.isPrivate) share(deeds, plan, day)
  const took = Math.min(26 - startDay, Math.max(3, Math.round(random.logNormal(13, 0.55))))
  const lastDay = Math.max(day, plan.end === 'achieved' ? startDay + took : 26)
  for (const [place, stepId] of stepIds.slice(0, ticks).entries()) {
    const until = plan.isMoney ? 8 : lastDay
    const on = day + Math.floor(((until - day) * (place + 1)) / (ticks + 1))
    const at = calendar.at(on, '18:30').toISOString()
    deeds.do(owner, on, '18:30', tickStep, { goalId, stepId, at })
  }
  if (isRated) rate(random, calendar, deeds, plan, day, lastDay)
  finish(random, calendar, deeds, plan, lastDay)
}

function share(deeds: Deeds, { owner, id }: Plan, day: number): void {
  for (const service of owner.services) {
    const from = Math.max(day, service.fromDay)
    if (service.toDay !== undefined && from >= service.toDay) continue
    const shareId = demoId(`share goal ${id} ${service.id}`)
    deeds.do(owner, from, '20:30', startSharing, {
      shareId,
      serviceId: service.id,
      scope: `goal:${id}`,
      from: 'everything',
    })
  }
}

/** From about 3 to about 5 (2.9 → 4.8). */
function rate(random: Random, calendar: Calendar, deeds: Deeds, plan: Plan, from: number, to: number): void {
  for (const [place, day] of [from, Math.floor((from + to) / 2), to].entries()) {
    const value = Math.max(0, Math.min(10, 3 + place + random.whole(-1, 1)))
    const ratingId = demoId(`rating ${plan.id} ${place}`)
    const at = calendar.at(day, '20:40').toISOString()
    deeds.do(plan.owner, day, '20:40', rateGoal, {
      goalId: plan.id,
      ratingId,
      value,
      forDate: calendar.dateOf(day),
      at,
    })
  }
}

function finish(random: Random, calendar: Calendar, deeds: Deeds, plan: Plan, day: number): void {
  const { owner, id: goalId } = plan
  const at = calendar.at(day, '21:00').toISOString()
  if (plan.end === 'achieved') {
    deeds.do(owner, day, '21:00', achieveGoal, { goalId, achievedOn: calendar.dateOf(day), at })
    deeds.do(owner, day, '21:05', lookBack, { goalId, at, reflection: random.pick(reflections), was: {} })
  } else if (plan.end === 'paused') deeds.do(owner, day, '21:00', pauseGoal, { goalId, at })
  else if (plan.end === 'let_go') deeds.do(owner, day, '21:00', letGoOfGoal, { goalId, at })
}
