import { startSharing } from '@weft/contract/sharing/operations.ts'
import {
  addProblem,
  logMood,
  logSleep,
  logSleepDiary,
  markMoment,
  rateProblem,
} from '@weft/contract/trackers/operations.ts'
import type { Calendar } from '../calendar.ts'
import { demoId, type Random } from '../random.ts'
import { clockTime } from '../timeline.ts'
import { Deeds, type OwnAct, type Owner } from './own-life.ts'
import { problemPhrases } from './phrases.ts'

const DAYS = 28

/** Sleep of 14 (243 of 392 nights), 17 problems of 12 (274 ratings), 255 moods (domain.md 18). */
export function planTrackers(random: Random, calendar: Calendar, owners: readonly Owner[]): OwnAct[] {
  const deeds = new Deeds(calendar, 'trackers')
  const users = [
    ...owners.filter(({ key }) => key === 'kofi'),
    ...random.shuffle(owners.filter(({ key }) => key !== 'kofi')),
  ]
  planNights(random, calendar, deeds, users.slice(0, 14))
  planProblems(random, calendar, deeds, users.slice(0, 12))
  planMoods(random, calendar, deeds, users.slice(0, 16))
  return deeds.acts
}

/** Chooses so many of all days of all holders, and answers each holder's; the first has most of theirs. */
function daysOf(random: Random, holders: readonly Owner[], total: number): Map<Owner, number[]> {
  const all = holders.flatMap((owner, place) =>
    Array.from({ length: DAYS }, (_, day) => ({ owner, day, weight: random.next() + (place === 0 ? 0.35 : 0) })),
  )
  const chosen = all.sort((a, b) => b.weight - a.weight).slice(0, total)
  const by = Map.groupBy(chosen, ({ owner }) => owner)
  return new Map(holders.map((owner) => [owner, (by.get(owner) ?? []).map(({ day }) => day).sort((a, b) => a - b)]))
}

/** Mean 6.3 hours, sd 1.4; 40 minutes later at weekends. */
function planNights(random: Random, calendar: Calendar, deeds: Deeds, holders: readonly Owner[]): void {
  for (const [owner, days] of daysOf(random, holders, 243)) {
    for (const day of days) {
      const isWeekend = day % 7 === 5 || day % 7 === 6
      const time = clockTime(random.whole(7 * 60, 9 * 60) + (isWeekend ? 40 : 0))
      const forDate = calendar.dateOf(day)
      const recordedAt = calendar.at(day, time).toISOString()
      const hours = 6.3 + 1.4 * (random.next() + random.next() + random.next() - 1.5) * 2
      const minutesSlept = Math.max(1, Math.round(hours * 2)) * 30
      const timesWoken = random.weighted([3, 4, 4, 2, 1])
      if (owner.key === 'kofi' && day % 6 === 4) {
        deeds.do(owner, day, time, logSleepDiary, { forDate, recordedAt, diary: fullNight(random, timesWoken) })
      } else deeds.do(owner, day, time, logSleep, { forDate, recordedAt, minutesSlept, timesWoken })
    }
    if (['kofi', 'meera', 'leanne'].includes(owner.key)) shareKind(deeds, owner, 'sleep')
  }
  const kofi = holders.find(({ key }) => key === 'kofi')
  if (kofi) {
    const moment = { momentId: demoId('moment kofi'), words: 'New tablets', onDate: calendar.dateOf(11) }
    deeds.do(kofi, 11, '19:10', markMoment, moment)
  }
}

function fullNight(random: Random, timesWoken: number) {
  return {
    intoBed: '22:30',
    triedToSleep: '23:00',
    minutesToSleep: random.whole(20, 55),
    timesWoken,
    minutesAwake: timesWoken === 0 ? 0 : random.whole(15, 50),
    finalWake: '06:30',
    outOfBed: '07:15',
    quality: random.whole(2, 4),
  }
}

/** From about 6 to about 5.2: mean 5.6, drifting −0.8. */
function planProblems(random: Random, calendar: Calendar, deeds: Deeds, holders: readonly Owner[]): void {
  const words = random.shuffle(problemPhrases)
  const problems = holders.flatMap((owner, place) =>
    Array.from({ length: place < 5 ? 2 : 1 }, (_, nth) => ({
      owner,
      id: demoId(`problem ${owner.key} ${nth}`),
      words: owner.key === 'kofi' && nth === 0 ? 'Voices' : (words[(place + nth * 3) % words.length] as string),
    })),
  )
  for (const [place, { owner, id, words: named }] of problems.entries()) {
    deeds.do(owner, 0, '12:00', addProblem, { problemId: id, words: named })
    const count = place < 274 - 16 * problems.length ? 17 : 16
    const days = random.shuffle(Array.from({ length: DAYS }, (_, day) => day)).slice(0, count)
    for (const day of days.sort((a, b) => a - b)) {
      const level = 6 - (0.8 * day) / (DAYS - 1)
      const value = Math.max(0, Math.min(10, Math.round(level + (random.next() - 0.5) * 4)))
      const time = clockTime(random.whole(19 * 60, 22 * 60))
      const recordedAt = calendar.at(day, time).toISOString()
      deeds.do(owner, day, time, rateProblem, { problemId: id, forDate: calendar.dateOf(day), recordedAt, value })
    }
    if (owner.key === 'kofi' && place === 0) shareKind(deeds, owner, `problem:${id}`)
  }
}

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
