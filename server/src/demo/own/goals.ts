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
import { RATED_MAX } from '@weft/contract/goals/shapes.ts'
import { startSharing } from '@weft/contract/sharing/operations.ts'
import type { Calendar } from '../calendar.ts'
import { demoId, type Random } from '../random.ts'
import { clockTime } from '../timeline.ts'
import { type GoalPlan, planOfGoals } from './goal-plans.ts'
import { Deeds, type OwnAct, type Owner } from './own-life.ts'
import { goalPhrases, moreSteps, reflections } from './phrases.ts'
import { comingTo } from './spread.ts'

/** What the holders of goals do with them, day by day. */
export function planGoals(random: Random, calendar: Calendar, owners: readonly Owner[]): OwnAct[] {
  const deeds = new Deeds(calendar, 'goals')
  const plans = planOfGoals(random, owners)
  const ratings = ratingsFor(random, plans)
  for (const plan of plans) live(random, calendar, deeds, plan, ratings.get(plan))
  return deeds.acts
}

/** The first, middle and latest rating of the goals of four steps and more, three of a person at most: mean 2.9 → 4.8. */
function ratingsFor(random: Random, plans: readonly GoalPlan[]): Map<GoalPlan, readonly number[]> {
  const rated = [...Map.groupBy(plans, ({ owner }) => owner).values()].flatMap((own) =>
    own.filter(({ steps }) => steps >= 4).slice(0, RATED_MAX),
  )
  const near = (level: number) => level + random.whole(-1, 1)
  const bounds = [0, 10] as const
  const firsts = comingTo(
    random,
    rated.map(() => near(3)),
    Math.round(2.9 * rated.length),
    bounds,
  )
  const latest = comingTo(
    random,
    rated.map(({ end }) => near(end === 'achieved' ? 8 : 4)),
    Math.round(4.8 * rated.length),
    bounds,
  )
  return new Map(
    rated.map((plan, place) => {
      const [first, last] = [firsts[place] as number, latest[place] as number]
      return [plan, [first, Math.round((first + last) / 2), last]]
    }),
  )
}

function live(
  random: Random,
  calendar: Calendar,
  deeds: Deeds,
  plan: GoalPlan,
  ratings: readonly number[] | undefined,
): void {
  const { owner, id: goalId, startDay, ticks } = plan
  const phrase = random.pick(goalPhrases[plan.type])
  // The account is there from day 0; what began before was written down then, with its own date.
  const day = Math.max(owner.fromDay, startDay)
  const began = calendar.at(startDay, clockTime(random.whole(9 * 60, 20 * 60)))
  const time = clockTime(random.whole(10 * 60, 18 * 60))
  deeds.do(owner, day, time, addGoal, { goalId, words: phrase.words, type: plan.type, at: began.toISOString() })
  if (plan.steps > 4) deeds.do(owner, day, time, starGoal, { goalId, important: true, at: began.toISOString() })
  const stepIds = Array.from({ length: plan.steps }, (_, place) => demoId(`step ${goalId} ${place}`))
  for (const [place, stepId] of stepIds.entries()) {
    const text = (phrase.steps[place] ?? moreSteps[place - phrase.steps.length]) as string
    deeds.do(owner, day, time, addStep, { goalId, stepId, text, at: began.toISOString() })
  }
  if (!plan.isPrivate) share(deeds, plan, day)
  const lastDay = Math.max(day, plan.lastDay)
  for (const [place, stepId] of stepIds.slice(0, ticks).entries()) {
    const until = plan.isMoney ? 8 : lastDay
    const on = day + Math.floor(((until - day) * (place + 1)) / (ticks + 1))
    const at = calendar.at(on, '18:30').toISOString()
    deeds.do(owner, on, '18:30', tickStep, { goalId, stepId, at })
  }
  if (ratings) rate(calendar, deeds, plan, [day, Math.floor((day + lastDay) / 2), lastDay], ratings)
  finish(random, calendar, deeds, plan, lastDay)
}

function share(deeds: Deeds, { owner, id }: GoalPlan, day: number): void {
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

function rate(
  calendar: Calendar,
  deeds: Deeds,
  plan: GoalPlan,
  days: readonly number[],
  values: readonly number[],
): void {
  for (const [place, day] of days.entries()) {
    const value = values[place]
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

function finish(random: Random, calendar: Calendar, deeds: Deeds, plan: GoalPlan, day: number): void {
  const { owner, id: goalId } = plan
  const at = calendar.at(day, '21:00').toISOString()
  if (plan.end === 'achieved') {
    deeds.do(owner, day, '21:00', achieveGoal, { goalId, achievedOn: calendar.dateOf(day), at })
    deeds.do(owner, day, '21:05', lookBack, { goalId, at, reflection: random.pick(reflections), was: {} })
  } else if (plan.end === 'paused') deeds.do(owner, day, '21:00', pauseGoal, { goalId, at })
  else if (plan.end === 'let_go') deeds.do(owner, day, '21:00', letGoOfGoal, { goalId, at })
}
