import { startSharing } from '@weft/contract/sharing/operations.ts'
import { addProblem, logMood, markMoment, rateProblem } from '@weft/contract/trackers/operations.ts'
import type { Calendar } from '../calendar.ts'
import { demoId, type Random } from '../random.ts'
import { clockTime } from '../timeline.ts'
import { planNights } from './nights.ts'
import { Deeds, type OwnAct, type Owner } from './own-life.ts'
import { problemPhrases } from './phrases.ts'
import { comingTo, sumOf } from './spread.ts'

const DAYS = 28
/** Kofi first, who logs most. */
const sharesSleep: readonly string[] = ['kofi', 'meera', 'leanne']

/** Sleep of 14 (243 of 392 nights), 17 problems of 12 (274 ratings), 255 moods (domain.md 18). */
export function planTrackers(random: Random, calendar: Calendar, owners: readonly Owner[]): OwnAct[] {
  const deeds = new Deeds(calendar, 'trackers')
  const sharers = sharesSleep.flatMap((key) => owners.filter((owner) => owner.key === key))
  const users = [...sharers, ...random.shuffle(owners.filter((owner) => !sharers.includes(owner)))]
  const sleepers = users.slice(0, 14)
  planNights(random, calendar, deeds, daysOf(random, sleepers, 243))
  planAroundSleep(calendar, deeds, sleepers)
  planProblems(random, calendar, deeds, users.slice(0, 12))
  planMoods(random, calendar, deeds, users.slice(0, 16))
  return deeds.acts
}

/** Chooses so many of all days of all holders, and answers each holder's; the first has most of theirs, and all of the last week. */
function daysOf(random: Random, holders: readonly Owner[], total: number): Map<Owner, number[]> {
  const likelier = (day: number) => (day >= DAYS - 7 ? 1 : 0.15)
  const all = holders.flatMap((owner, place) =>
    Array.from({ length: DAYS }, (_, day) => ({
      owner,
      day,
      weight: random.next() + (place === 0 ? likelier(day) : 0),
    })),
  )
  const chosen = all.sort((a, b) => b.weight - a.weight).slice(0, total)
  const by = Map.groupBy(chosen, ({ owner }) => owner)
  return new Map(holders.map((owner) => [owner, (by.get(owner) ?? []).map(({ day }) => day).sort((a, b) => a - b)]))
}

/** Kofi marks the day of his new tablets; he, Meera and Leanne let their services see how they sleep. */
function planAroundSleep(calendar: Calendar, deeds: Deeds, holders: readonly Owner[]): void {
  for (const owner of holders) {
    if (sharesSleep.includes(owner.key)) shareKind(deeds, owner, 'sleep')
    if (owner.key !== 'kofi') continue
    const moment = { momentId: demoId('moment kofi'), words: 'New tablets', onDate: calendar.dateOf(11) }
    deeds.do(owner, 11, '19:10', markMoment, moment)
  }
}

interface Rating {
  problem: number
  day: number
  value: number
}

const weekOf = ({ day }: { day: number }) => Math.floor(day / 7)
/** Mean 5.6; the last week is 0.8 below the first, and the third was a little worse than the second. */
const levelOfWeek = [5.98, 5.58, 5.62, 5.22] as const

function planProblems(random: Random, calendar: Calendar, deeds: Deeds, holders: readonly Owner[]): void {
  const words = random.shuffle(problemPhrases)
  const problems = holders.flatMap((owner, place) =>
    Array.from({ length: place < 5 ? 2 : 1 }, (_, nth) => ({
      owner,
      id: demoId(`problem ${owner.key} ${nth}`),
      words: owner.key === 'kofi' && nth === 0 ? 'Voices' : (words[(place + nth * 3) % words.length] as string),
    })),
  )
  for (const { owner, id, words: named } of problems)
    deeds.do(owner, 0, '12:00', addProblem, { problemId: id, words: named })
  for (const { problem, day, value } of ratingsOf(random, problems.length)) {
    const { owner, id } = problems[problem] as (typeof problems)[number]
    const time = clockTime(random.whole(19 * 60, 22 * 60))
    const recordedAt = calendar.at(day, time).toISOString()
    deeds.do(owner, day, time, rateProblem, { problemId: id, forDate: calendar.dateOf(day), recordedAt, value })
  }
  const [voices] = problems
  if (voices?.owner.key === 'kofi') shareKind(deeds, voices.owner, `problem:${voices.id}`)
}

/** 274, as many of each as can be. From week to week, and from each one's first to its latest, they fall by 0.8 in the mean. */
function ratingsOf(random: Random, problems: number): Rating[] {
  const each = Math.floor(274 / problems)
  const more = 274 - each * problems
  const series = Array.from({ length: problems }, (_, problem) => {
    const days = random.shuffle(Array.from({ length: DAYS }, (_, day) => day)).slice(0, each + (problem < more ? 1 : 0))
    return days
      .sort((a, b) => a - b)
      .map((day): Rating => ({ problem, day, value: levelIn(day) + (random.next() - 0.5) * 4 }))
  })
  const settle = (some: readonly Rating[], total: number) => {
    const values = comingTo(
      random,
      some.map(({ value }) => value),
      total,
      [0, 10],
    )
    for (const [place, rating] of some.entries()) rating.value = values[place] as number
  }
  const firsts = series.map((ratings) => ratings[0] as Rating)
  const latest = series.map((ratings) => ratings.at(-1) as Rating)
  settle(firsts, 6 * problems)
  settle(latest, 6 * problems - Math.round(0.8 * problems))
  const ends = [...firsts, ...latest]
  for (const week of levelOfWeek.keys()) {
    const here = series.flat().filter((rating) => weekOf(rating) === week)
    const settled = here.filter((rating) => ends.includes(rating))
    const total = Math.round((levelOfWeek[week] as number) * here.length)
    settle(
      here.filter((rating) => !ends.includes(rating)),
      total - sumOf(settled.map(({ value }) => value)),
    )
  }
  return series.flat()
}

const levelIn = (day: number) => levelOfWeek[weekOf({ day })] as number

function planMoods(random: Random, calendar: Calendar, deeds: Deeds, holders: readonly Owner[]): void {
  for (const [owner, days] of daysOf(random, holders, 255)) {
    for (const day of days) {
      const time = clockTime(random.whole(17 * 60, 22 * 60))
      const recordedAt = calendar.at(day, time).toISOString()
      const face = 1 + random.weighted([1, 4, 7, 5, 1])
      const moodId = demoId(`mood ${owner.key} ${day}`)
      deeds.do(owner, day, time, logMood, { moodId, forDate: calendar.dateOf(day), recordedAt, face })
    }
  }
}

/** With each service they are with, from the day they chose to. */
function shareKind(deeds: Deeds, owner: Owner, scope: string): void {
  for (const service of owner.services) {
    const shareId = demoId(`share ${owner.key} ${scope} ${service.id}`)
    const about = { shareId, serviceId: service.id, scope, from: 'everything' }
    deeds.do(owner, Math.max(3, service.fromDay), '20:10', startSharing, about)
  }
}
