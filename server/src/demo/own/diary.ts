import { writeEntry } from '@weft/contract/diary/operations.ts'
import { addCoping, pinCoping, saveSafetyPlan } from '@weft/contract/plans/operations.ts'
import { startSharing } from '@weft/contract/sharing/operations.ts'
import type { Calendar } from '../calendar.ts'
import { demoId, type Random } from '../random.ts'
import { believableMinute, clockTime } from '../timeline.ts'
import { Deeds, liveServices, type OwnAct, type Owner } from './own-life.ts'
import { copingPhrases, diaryPhrases } from './phrases.ts'
import { dealt } from './spread.ts'

/** 118 entries of 11 people, 46 % of them private; and what helps the four who wrote that down (domain.md 18). */
export function planDiaries(random: Random, calendar: Calendar, owners: readonly Owner[]): OwnAct[] {
  const deeds = new Deeds(calendar, 'diary')
  const first = owners.filter(({ key }) => key === 'kofi')
  const writers = [...first, ...random.shuffle(owners.filter(({ key }) => key !== 'kofi'))].slice(0, 11)
  const isPrivate = dealt(random, [
    [true, 54],
    [false, 64],
  ])
  for (const [place, hidden] of isPrivate.entries()) {
    const owner = writers[place % writers.length] as Owner
    const [service] = liveServices(owner)
    const from = Math.max(0, service?.fromDay ?? 0)
    const day = random.whole(from, 27)
    const time = clockTime(Math.min(believableMinute(random), 23 * 60 + 50))
    const entryId = demoId(`diary ${place}`)
    const at = calendar.at(day, time).toISOString()
    deeds.do(owner, day, time, writeEntry, { entryId, text: random.pick(diaryPhrases), writtenAt: at })
    if (!hidden && service) {
      const about = { shareId: demoId(`share diary ${place}`), serviceId: service.id, scope: `diary:${entryId}` }
      deeds.do(owner, day, time, startSharing, { ...about, from: 'everything' })
    }
  }
  planPlans(deeds, owners)
  return deeds.acts
}

function planPlans(deeds: Deeds, owners: readonly Owner[]): void {
  for (const key of ['kofi', 'denise', 'leanne', 'farsi']) {
    const owner = owners.find((one) => one.key === key)
    if (!owner) continue
    for (const [place, idea] of copingPhrases.slice(0, key === 'kofi' ? 4 : 2).entries()) {
      const copingId = demoId(`coping ${key} ${place}`)
      deeds.do(owner, 4, '20:00', addCoping, { copingId, ...idea })
      if (place < 2) deeds.do(owner, 4, '20:01', pinCoping, { copingId, isPinned: true })
    }
    if (key === 'kofi') deeds.do(owner, 16, '15:00', saveSafetyPlan, { parts: kofisPlan, baseVersion: 0 })
    if (key === 'farsi') deeds.do(owner, 6, '17:00', saveSafetyPlan, { parts: shirinsPlan, baseVersion: 0 })
  }
}

const lines = (...texts: string[]) => texts.map((text) => ({ text }))

const kofisPlan = {
  signs: lines('I stop answering the phone', 'I sleep in the day and walk at night', 'The voices use my name'),
  alone: lines('Walk round the block', 'Cold water on my wrists', 'Radio, low, in the kitchen'),
  distractions: lines('The library on Market Street', 'Football at Joe’s'),
  people: [
    { text: 'Joe', phone: '07700 900321' },
    { text: 'My mother', phone: '07700 900322' },
  ],
  professionals: [{ text: 'Sam, Lichfield Wellbeing', phone: '01632 960001' }],
  safer: lines('Joe keeps my spare tablets', 'I stay at my mother’s'),
  reasons: lines('My niece is starting school', 'I want to see the sea again'),
}

const shirinsPlan = {
  signs: lines('شب‌ها بیدار می‌مانم', 'با کسی حرف نمی‌زنم'),
  alone: lines('چای درست می‌کنم', 'آهسته نفس می‌کشم', 'قدم می‌زنم'),
  distractions: lines('پارک نزدیک خانه'),
  people: [{ text: 'مریم', phone: '07700 900323' }],
  professionals: [{ text: 'تیم من', phone: '01632 960001' }],
  safer: lines('پیش مریم می‌مانم'),
  reasons: lines('دخترم'),
}
