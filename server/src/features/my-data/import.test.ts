import { randomUUID } from 'node:crypto'
import { deleteEntry } from '@weft/contract/diary/operations.ts'
import { deleteGoal } from '@weft/contract/goals/operations.ts'
import type { WeftFile } from '@weft/contract/my-data/file.ts'
import { importFile } from '@weft/contract/my-data/operations.ts'
import { ownChannel } from '@weft/contract/own/channel.ts'
import { getOwn } from '@weft/contract/own/operations.ts'
import { planParts } from '@weft/contract/plans/shapes.ts'
import { startSharing } from '@weft/contract/sharing/operations.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { liveALittle } from '../../../test/own-life.ts'
import { convergesFor } from '../../../test/talk.ts'
import { type Actor, makeWorld, type World } from '../../../test/world.ts'
import { features } from '../../features.ts'
import { inFileOrder, takeFile, toBytes } from './weft-file.ts'

let world: World
let kofi: Actor
let gary: Actor
let file: WeftFile
beforeAll(async () => {
  world = await makeWorld({ operationLimits: {} })
  kofi = await world.as('kofi')
  gary = await world.as('gary')
  const { entryId } = await liveALittle(kofi, world.clock.now())
  const own = () => ({ personId: kofi.scope.personId, changeId: randomUUID() })
  const { goals } = (await kofi.call(getOwn, { personId: kofi.scope.personId })).goals
  const sharing = { serviceId: world.cast.services.wellbeing, from: 'everything' as const }
  await kofi.call(startSharing, { ...own(), ...sharing, shareId: randomUUID(), scope: `goal:${goals[0]?.goalId}` })
  await liveALittle(await world.as('denise'), world.clock.now(), 'of Denise')
  file = await fileOf(kofi)
  expect(file.diary[0]?.id).toBe(entryId)
})
afterAll(() => world.close())
beforeEach(() => emptied(gary))

const fileOf = (actor: Actor) =>
  world.app.runner.act('access', (ctx) => takeFile(ctx, actor.scope.personId as string, features))

/** As somebody who has just made their account. */
async function emptied(actor: Actor): Promise<void> {
  await world.app.runner.act('jobs', async (ctx) => {
    for (const { name, subject } of features)
      if (!['people', 'access'].includes(name)) await subject?.forget?.(ctx, actor.scope.personId as string)
  })
}

const bring = (actor: Actor, given: unknown) =>
  actor.try(importFile, { personId: actor.scope.personId, file: given as WeftFile })

/** The same bytes whatever the ids: each is called by the place where it first stands. */
function withoutIds(given: WeftFile): string {
  const names = new Map<string, string>()
  return toBytes(given).replaceAll(/"id": "([0-9a-f-]{36})"/g, (_, id: string) => {
    names.set(id, names.get(id) ?? `id ${names.size}`)
    return `"id": "${names.get(id)}"`
  })
}

test('what was taken along comes back into a new account, the same to the byte but for ids', async () => {
  expect(await bring(gary, file)).toMatchObject({ ok: true, value: { known: 0 } })
  const again = await fileOf(gary)
  expect(withoutIds(again)).toBe(withoutIds(file))
  const ids = (one: WeftFile) => new Set(toBytes(one).match(/"id": "[^"]+"/g))
  expect([...ids(again)].filter((id) => ids(file).has(id))).toEqual([])
})

test('my devices show all of it, as one that starts afresh does', async () => {
  await convergesFor(world, gary, ownChannel, { personId: gary.scope.personId as string }, async () => {
    await bring(gary, file)
  })
})

test('whatever somebody wrote comes back: anything that the file may hold', async () => {
  const meera = await world.as('meera')
  await fc.assert(
    fc.asyncProperty(anyFile, async (given) => {
      await emptied(meera)
      const brought = await bring(meera, given)
      expect(brought.ok ? [] : brought.problem.fields).toEqual([])
      const taken = await fileOf(meera)
      expect(withoutIds(taken)).toBe(withoutIds(inFileOrder(given)))
      await emptied(meera)
      expect(await bring(meera, taken)).toMatchObject({ ok: true })
      expect(withoutIds(await fileOf(meera))).toBe(withoutIds(taken))
    }),
    { numRuns: 8, endOnFailure: true },
  )
})

test('the same file twice adds nothing, nor does it undo what was changed here since', async () => {
  await bring(gary, file)
  const first = await fileOf(gary)
  expect(await bring(gary, file)).toMatchObject({ value: { added: 0 } })
  expect(await fileOf(gary)).toEqual(first)
  const { goals } = (await gary.call(getOwn, { personId: gary.scope.personId })).goals
  const own = { personId: gary.scope.personId, at: world.clock.now().toISOString() }
  await gary.call(deleteGoal, { ...own, changeId: randomUUID(), goalId: goals[0]?.goalId })
  await gary.call(deleteEntry, { ...own, at: undefined, changeId: randomUUID(), entryId: first.diary[0]?.id })
  expect(await bring(gary, file)).toMatchObject({ value: { added: 0 } })
  expect(await fileOf(gary)).toMatchObject({ diary: [], goals: [{}] })
})

test('brought back into the account it came from, it adds nothing', async () => {
  expect(await bring(kofi, await fileOf(kofi))).toMatchObject({ value: { added: 0 } })
})

test('everything that comes back is private, whatever was shared where it came from and whatever is shared here', async () => {
  const denise = await world.as('denise')
  const personId = denise.scope.personId
  await denise.call(startSharing, {
    personId,
    changeId: randomUUID(),
    shareId: randomUUID(),
    serviceId: world.cast.services.coaching,
    scope: 'mood',
    from: 'everything',
  })
  await bring(denise, file)
  for (const table of [
    'goal',
    'goal_step',
    'goal_rating',
    'mood_entry',
    'sleep_entry',
    'diary_entry',
    'coping_strategy',
    'person_text',
  ])
    expect([
      table,
      await world.sql(
        `select from ${table} t where person_id = $1 and visibility = 'shared' and not to_jsonb(t)::text like '%of Denise%' and $2`,
        [personId, table === 'mood_entry'],
      ),
    ]).toEqual([table, []])
  expect(await world.sql('select scope from share_grant where person_id = $1', [personId])).toEqual([{ scope: 'mood' }])
})

test('what is here already stays: a night, a plan, what is pinned', async () => {
  await liveALittle(gary, world.clock.now(), 'of Gary')
  expect(await bring(gary, file)).toMatchObject({ ok: true })
  const both = await fileOf(gary)
  expect(both.sleep.map(({ note }) => note)).toEqual(['Warm of Gary', 'Woke once of Gary'])
  expect(both.safetyPlan?.parts.signs).toEqual([{ text: 'I stop eating of Gary' }])
  expect(both.diary).toHaveLength(2)
  expect(both.coping.filter(({ pinnedAt }) => pinnedAt)).toHaveLength(2)
})

test.each<[string, (file: WeftFile) => unknown, number, string]>([
  [
    'a key we do not know',
    (one) => ({ ...one, goals: [{ ...one.goals[0], visibility: 'shared' }] }),
    400,
    'visibility',
  ],
  ['somebody to be', (one) => ({ ...one, personId: randomUUID() }), 400, 'personId'],
  ['another kind of file', (one) => ({ ...one, format: 'other' }), 422, 'file.format'],
  ['a later version', (one) => ({ ...one, version: 2 }), 422, 'file.version'],
  ['no words', (one) => ({ ...one, goals: [{ ...one.goals[0], words: '   ' }] }), 422, 'file.goals.0.words'],
  [
    'too many words',
    (one) => ({ ...one, diary: [{ ...one.diary[0], text: 'x'.repeat(10_001) }] }),
    422,
    'file.diary.0.text',
  ],
  [
    'what is no character',
    (one) => ({ ...one, diary: [{ ...one.diary[0], text: 'a\u0000b' }] }),
    422,
    'file.diary.0.text',
  ],
  ['one thing twice', (one) => ({ ...one, moods: [...one.moods, ...one.moods] }), 422, 'file.moods.1'],
  ['two nights of one date', (one) => ({ ...one, sleep: [one.sleep[0], one.sleep[0]] }), 422, 'file.sleep.1'],
  ['a night to come', (one) => ({ ...one, sleep: [{ ...one.sleep[0], forDate: '2031-01-01' }] }), 422, 'file.sleep.0'],
  [
    'a zone there is not',
    (one) => ({ ...one, reminders: [{ ...one.reminders[0], zone: 'Moon/Sea' }] }),
    422,
    'file.reminders.0.zone',
  ],
  ['a list that is none', (one) => ({ ...one, coping: {} }), 400, 'file.coping'],
])('%s is refused by name, and nothing of the file is taken', async (_, spoil, status, path) => {
  const refused = await bring(gary, spoil(structuredClone(file)))
  expect(refused).toMatchObject({ ok: false, status })
  const fields = refused.ok ? [] : (refused.problem.fields ?? [])
  expect(fields.map((field) => field.path)).toContain(path)
  expect(await fileOf(gary)).toMatchObject({ goals: [], diary: [], moods: [], sleep: [] })
})

test('a file that does not fit at its very end leaves nothing of its beginning', async () => {
  const many = Array.from({ length: 30 }, () => ({ ...file.reminders[0], id: randomUUID() }))
  await bring(gary, { ...file, reminders: many })
  expect((await fileOf(gary)).reminders).toHaveLength(30)
  const more = {
    ...file,
    diary: [{ ...file.diary[0], id: randomUUID(), text: 'not to stay' }],
    reminders: [{ ...file.reminders[0], id: randomUUID() }],
  }
  expect(await bring(gary, more)).toMatchObject({ status: 422, problem: { fields: [{ path: 'file.reminders' }] } })
  expect(toBytes(await fileOf(gary))).not.toContain('not to stay')
})

test('ten years of writing fit, and what is bigger is refused before it is read', async () => {
  const text = 'A day like the others, with a walk and a bad night. '.repeat(18)
  const at = (day: number) => new Date(Date.UTC(2016, 3, 15) + day * 86_400_000).toISOString()
  const diary = Array.from({ length: 3_600 }, (_, day) => ({
    id: randomUUID(),
    writtenAt: at(day),
    forDate: at(day).slice(0, 10),
    text,
  }))
  expect(await bring(gary, { ...file, diary })).toMatchObject({ ok: true })
  expect((await fileOf(gary)).diary).toHaveLength(3_600)
  expect(await bring(gary, { ...file, diary: [...diary, ...diary] })).toMatchObject({
    status: 413,
    problem: { code: 'too-big' },
  })
})

const rating = { forDate: '2024-01-01', recordedAt: '2024-01-01T08:00:00.000Z', value: 3 }
test.each<[string, () => unknown, string]>([
  [
    'lists in lists',
    () => ({
      problems: Array.from({ length: 50 }, () => ({ ...file.problems[0], ratings: new Array(50_000).fill(0) })),
    }),
    'file',
  ],
  [
    'one long list in a thing',
    () => ({ goals: [{ ...file.goals[0], ratings: new Array(4_001).fill(rating) }] }),
    'file',
  ],
  ['more than fits in a life', () => ({ moods: new Array(20_001).fill(0) }), 'file'],
  ['nothing but things that are none', () => ({ sleep: new Array(19_000).fill({ diary: {} }) }), 'file.sleep.0'],
  ['as many goals as one may send', () => ({ goals: new Array(19_000).fill({}) }), 'file.goals.0'],
  ['as many reminders', () => ({ reminders: new Array(19_000).fill({}) }), 'file.reminders.0'],
  [
    'a key too many before all else',
    () => ({ moods: [{ ...file.moods[0], more: 1 }, ...new Array(19_000).fill({})], sleep: new Array(900).fill({}) }),
    'file.sleep.0',
  ],
  ['a key too many in the first', () => ({ moods: [{ ...file.moods[0], more: 1 }, {}, {}] }), 'more'],
  ['a well of brackets', () => ({ helpWith: JSON.parse(`${'['.repeat(2_000)}${']'.repeat(2_000)}`) }), 'file'],
])('%s is refused in few words, and nothing breaks', async (_, spoil, path) => {
  const answer = await bring(gary, { ...file, ...(spoil() as object) })
  expect([400, 422]).toContain(answer.status)
  const fields = answer.ok ? [] : (answer.problem.fields ?? [])
  expect(fields.length).toBeLessThanOrEqual(20)
  expect(fields[0]?.path.startsWith(path)).toBe(true)
})

test('nobody has a big file read who is not signed in: not even one that is no file', async () => {
  const url = `/api/people/${gary.scope.personId}/import`
  const sent = (headers: Record<string, string>) =>
    world.inject({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/json', ...headers },
      payload: `${' '.repeat(100_000)}{"no": json`,
    })
  expect((await sent({})).statusCode).toBe(401)
  expect((await sent({ cookie: gary.cookie, 'sec-fetch-mode': 'navigate' })).statusCode).toBe(401)
  expect((await sent({ cookie: gary.cookie })).statusCode).toBe(400)
})

test('somebody has no more than one person may, in however many files it comes', async () => {
  const moods = (from: number) =>
    Array.from({ length: 12_000 }, (_, n) => ({
      id: `018f0000-0000-7000-8000-${String(from + n).padStart(12, '0')}`,
      forDate: '2024-01-01',
      recordedAt: '2024-01-01T08:00:00.000Z',
      face: 3,
    }))
  const empty = { goals: [], sleep: [], problems: [], moments: [], diary: [], coping: [], reminders: [] }
  const only = (from: number) => ({ format: 'weft', version: 1, ...empty, moods: moods(from) })
  expect(await bring(gary, only(0))).toMatchObject({ ok: true, value: { added: 12_000 } })
  expect(await bring(gary, only(12_000))).toMatchObject({ status: 413 })
  expect((await fileOf(gary)).moods).toHaveLength(12_000)
  expect(await bring(gary, only(0))).toMatchObject({ ok: true, value: { added: 0 } })
})

test('nobody brings anything into somebody else’s account', async () => {
  for (const other of [gary, await world.as('sam'), await world.as('raj', 'carer')])
    expect(await other.try(importFile, { personId: kofi.scope.personId, file })).toMatchObject({ status: 404 })
})

const words = (max: number) =>
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: max })
    .filter((text) => text.trim() !== '' && !/[\0\p{Surrogate}]/u.test(text))
    .map((text) => [...text.normalize('NFC')].slice(0, max).join('').normalize('NFC'))
    .filter((text) => text.trim() !== '')
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined })
const id = fc.uuid({ version: 7 })
const instant = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2026-04-14'), noInvalidDate: true })
  .map((date) => date.toISOString())
const day = instant.map((at) => at.slice(0, 10))
const byDay = <T extends { forDate: string }>(one: fc.Arbitrary<T>) =>
  fc
    .uniqueArray(one, { selector: ({ forDate }) => forDate, maxLength: 3 })
    .map((list) => list.sort((a, b) => (a.forDate < b.forDate ? -1 : 1)))
const lines = fc.array(fc.record({ text: words(40), phone: maybe(words(10)) }), { maxLength: 2 })
const anyFile: fc.Arbitrary<WeftFile> = fc
  .record({
    format: fc.constant('weft' as const),
    version: fc.constant(1 as const),
    goals: fc.array(
      fc.record({
        id,
        createdAt: instant,
        words: words(80),
        why: maybe(words(80)),
        type: fc.constantFrom('housing', 'money', 'other'),
        important: fc.boolean(),
        targetDate: maybe(day),
        origin: fc.constantFrom('self', 'suggested'),
        state: fc.constantFrom('draft', 'active', 'paused', 'let_go'),
        isRated: fc.constant(false),
        steps: fc
          .array(fc.record({ text: words(40), doneAt: maybe(instant) }), { maxLength: 3 })
          .map((list) => list.map((one, position) => ({ position, ...one }))),
        ratings: byDay(fc.record({ forDate: day, recordedAt: instant, value: fc.nat(10), present: maybe(words(20)) })),
      }),
      { maxLength: 3 },
    ),
    sleep: byDay(
      fc.record({
        forDate: day,
        recordedAt: instant,
        zone: fc.constant('Europe/London'),
        minutesSlept: maybe(fc.constantFrom(0, 450)),
        note: maybe(words(40)),
      }),
    ),
    problems: fc.array(
      fc.record({
        id,
        createdAt: instant,
        words: words(40),
        state: fc.constantFrom('paused', 'retired'),
        ratings: byDay(
          fc.record({ forDate: day, recordedAt: instant, value: fc.nat(10), whatHelped: maybe(words(40)) }),
        ),
      }),
      { maxLength: 2 },
    ),
    moods: fc.array(
      fc.record({
        id,
        forDate: day,
        recordedAt: instant,
        face: fc.integer({ min: 1, max: 5 }),
        feelings: maybe(fc.array(words(10), { minLength: 1, maxLength: 3 })),
        note: maybe(words(40)),
      }),
      { maxLength: 3 },
    ),
    moments: fc.array(fc.record({ id, onDate: day, words: words(40) }), { maxLength: 2 }),
    diary: fc.array(
      fc.record({
        id,
        writtenAt: instant,
        forDate: day,
        text: words(200),
        mood: maybe(fc.integer({ min: 1, max: 5 })),
      }),
      { maxLength: 3 },
    ),
    coping: fc.array(
      fc.record({
        id,
        createdAt: instant,
        words: words(40),
        whenToUse: maybe(words(20)),
        taps: fc
          .array(fc.record({ at: instant, kind: fc.constantFrom('used', 'helped') }), { maxLength: 3 })
          .map((list) => list.sort((a, b) => (`${a.at} ${a.kind}` < `${b.at} ${b.kind}` ? -1 : 1))),
      }),
      { maxLength: 2 },
    ),
    safetyPlan: maybe(
      fc.record({ changedAt: instant, parts: fc.record(Object.fromEntries(planParts.map((part) => [part, lines]))) }),
    ),
    aboutMe: maybe(fc.record({ changedAt: instant, texts: fc.record({ hobbies: maybe(words(40)), hard: words(40) }) })),
    reminders: fc.array(
      fc.record({
        id,
        createdAt: instant,
        about: fc.constantFrom('sleep', 'diary'),
        times: fc.constant(['08:00', '21:30']),
        days: fc.constant([1, 7]),
        zone: fc.constant('Europe/London'),
      }),
      { maxLength: 2 },
    ),
  })
  .map((given) => JSON.parse(JSON.stringify(given)))
