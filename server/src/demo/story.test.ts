import { expect, test } from 'vitest'
import { createCalendar } from './calendar.ts'
import { tellStory } from './story.ts'

const asWritten = createCalendar({ asWritten: true })
const story = tellStory('Lichfield', asWritten)
const local = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', hour12: false })

test('the pilot has its households, people, app users, staff and carers', () => {
  expect(new Set(story.people.map((one) => one.household)).size).toBe(40)
  expect(story.people).toHaveLength(80)
  expect(story.people.filter((one) => one.account)).toHaveLength(22)
  expect(story.people.filter((one) => one.account?.isAssisted)).toHaveLength(4)
  expect(story.staff.filter((one) => !['clearwater', 'brightpath'].includes(one.orgKey))).toHaveLength(50)
  expect(story.carers.map((one) => one.state).sort()).toEqual([
    ...Array(7).fill('active'),
    'declined',
    'requested',
    'suspended',
  ])
})

test('950 messages, shared out as the specification says', () => {
  const count = (kind: string, own: boolean) =>
    story.messages.filter((one) => one.thread.startsWith(kind) && !one.note && (one.by === 'own') === own).length
  expect(story.messages).toHaveLength(950)
  expect([count('person', true), count('person', false)]).toEqual([352, 288])
  expect([count('carer', true), count('carer', false)]).toEqual([54, 42])
  expect(story.messages.filter((one) => one.note)).toHaveLength(214)
})

test('the same seed tells the same story, another seed another', () => {
  expect(tellStory('Lichfield', asWritten)).toEqual(story)
  expect(tellStory('Tamworth', asWritten).messages).not.toEqual(story.messages)
})

test('people write mostly by day, staff only in opening hours', () => {
  const own = story.messages.filter((one) => one.by === 'own')
  const inDay = own.filter((one) => Number(local.format(one.at)) >= 9 && Number(local.format(one.at)) < 17).length
  expect(inDay / own.length).toBeGreaterThan(0.33)
  expect(inDay / own.length).toBeLessThan(0.49)
  const early = story.messages.filter(
    (one) => one.by !== 'own' && (Number(local.format(one.at)) < 9 || Number(local.format(one.at)) > 17),
  )
  expect(early).toEqual([])
})

test('Kofi writes at 23:50 on day 9, and Raj keeps one message from Meera', () => {
  const late = story.messages.filter(
    (one) => one.thread === 'person kofi wellbeing' && one.at.getTime() === asWritten.at(9, '23:50').getTime(),
  )
  expect(late.map((one) => one.body)).toEqual([expect.stringContaining('dying for sleep')])
  expect(story.messages.filter((one) => one.keepFromPerson)).toHaveLength(1)
})

test('messages include other scripts, emoji and the longest allowed', () => {
  const bodies = story.messages.map((one) => one.body)
  expect(bodies.some((body) => [...body].length === 5000)).toBe(true)
  expect(bodies.some((body) => /[\u0600-\u06ff]/.test(body))).toBe(true)
  expect(bodies.some((body) => /\p{Extended_Pictographic}/u.test(body))).toBe(true)
})

test('started in any week, day 27 is the Sunday that has passed last', () => {
  const calendar = createCalendar({ now: new Date('2026-11-25T12:00:00Z') })
  expect(calendar.dateOf(27)).toBe('2026-11-22')
  expect(calendar.at(0, '09:00').toISOString()).toBe('2026-10-26T09:00:00.000Z')
})

test('every NHS number is valid and nobody shares one', () => {
  const numbers = story.people.map((one) => one.nhsNumber)
  expect(new Set(numbers).size).toBe(80)
  for (const number of numbers) {
    const sum = [...number.slice(0, 9)].reduce((total, digit, place) => total + Number(digit) * (10 - place), 0)
    expect((11 - (sum % 11)) % 11).toBe(Number(number[9]))
  }
})

test('what people keep of their own: goals, steps, nights, ratings, moods, diary and questionnaires', () => {
  const count = (name: string) => story.own.filter(({ operation }) => operation.name === name).length
  expect(count('goal.add')).toBe(58)
  expect(
    new Set(story.own.filter(({ operation }) => operation.name === 'goal.add').map((one) => one.accountId)).size,
  ).toBe(31)
  expect([count('step.add'), count('step.tick')]).toEqual([178, 96])
  expect([count('goal.achieve'), count('goal.pause'), count('goal.letGo')]).toEqual([14, 4, 4])
  expect(count('sleep.log') + count('sleep.logFull')).toBe(243)
  expect([count('problem.add'), count('problem.rate')]).toEqual([17, 274])
  expect([count('mood.log'), count('diary.write')]).toEqual([255, 118])
  const sent = story.questions.filter((set) => set.answers)
  expect(sent.filter((set) => set.measure === 'phq9')).toHaveLength(21)
  expect(sent.filter((set) => set.measure === 'gad7')).toHaveLength(21)
  const item9 = sent.map((set) => set.answers?.self_harm_thoughts ?? 0)
  expect([item9.filter((score) => score > 0).length, item9.filter((score) => score >= 2).length]).toEqual([5, 2])
})

test('Denise shares a goal about her body and keeps the one about money', () => {
  const denise = story.people.find(({ key }) => key === 'denise')?.account?.id
  const hers = story.own.filter((one) => one.accountId === denise)
  const money = hers.find(({ operation, input }) => operation.name === 'goal.add' && input.type === 'money')
  const shared = hers.filter(({ operation }) => operation.name === 'share.start').map(({ input }) => input.scope)
  expect(money).toBeDefined()
  expect(shared).not.toContain(`goal:${money?.input.goalId}`)
  expect(shared.some((scope) => String(scope).startsWith('goal:'))).toBe(true)
})
