import { randomUUID } from 'node:crypto'
import { ownChannel } from '@weft/contract/own/channel.ts'
import { getOwn } from '@weft/contract/own/operations.ts'
import {
  addProblem,
  logMood,
  markMoment,
  pauseProblem,
  rateProblem,
  removeMoment,
  removeMood,
  renameProblem,
  restoreMoment,
  restoreMood,
  restoreRating,
  resumeProblem,
  retireProblem,
  unrateProblem,
} from '@weft/contract/trackers/operations.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { convergesFor } from '../../../test/talk.ts'
import { type Actor, makeWorld, usualMoment, type World } from '../../../test/world.ts'
import { subject } from './subject.ts'

let world: World
let kofi: Actor
let meera: Actor
beforeAll(async () => {
  world = await makeWorld({ operationLimits: {} })
  kofi = await world.as('kofi')
  meera = await world.as('meera')
})
afterAll(() => world.close())

const recordedAt = usualMoment
const forDate = '2026-04-15'
const act = (by: Actor) => ({ personId: by.scope.personId as string, changeId: randomUUID() })
const trackers = async (by: Actor) => (await by.call(getOwn, { personId: by.scope.personId as string })).trackers
const add = async (by: Actor, words: string) => {
  const problemId = randomUUID()
  await by.call(addProblem, { ...act(by), problemId, words })
  return problemId
}
const rate = (by: Actor, problemId: string, value: number, more: object = {}) =>
  by.try(rateProblem, { ...act(by), problemId, forDate, recordedAt, value, ...more })

describe('problems', () => {
  it('are five at once; pausing or retiring one makes room, and its ratings stay', async () => {
    const ids = []
    for (const words of ['Voices', 'Panic', 'Going out', 'Pain', 'Anger']) ids.push(await add(meera, words))
    const [voices = ''] = ids
    await rate(meera, voices, 7)
    const sixth = { ...act(meera), problemId: randomUUID(), words: 'Eating' }
    expect(await meera.try(addProblem, sixth)).toMatchObject({ status: 409, problem: { code: 'wrong-state' } })
    await meera.call(pauseProblem, { ...act(meera), problemId: voices })
    expect(await meera.try(addProblem, { ...sixth, changeId: randomUUID() })).toMatchObject({ ok: true })
    const resume = () => meera.try(resumeProblem, { ...act(meera), problemId: voices })
    expect(await resume()).toMatchObject({ status: 409 })
    await meera.call(retireProblem, { ...act(meera), problemId: sixth.problemId })
    expect(await resume()).toMatchObject({ ok: true })
    const { problems, ratings } = await trackers(meera)
    expect(problems.map(({ words, state }) => `${words} ${state}`)).toContain('Eating retired')
    expect(ratings).toMatchObject([{ problemId: voices, value: 7 }])
  })

  it('added by six devices at once are never more than five', async () => {
    const raj = await world.as('raj', 'patient')
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => raj.try(addProblem, { ...act(raj), problemId: randomUUID(), words: 'x' })),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(5)
  })

  it('keep the words that two devices chose: the second is told of the first, and loses nothing', async () => {
    const problemId = await add(kofi, 'Voices')
    const rename = (words: string, baseVersion: number) =>
      kofi.try(renameProblem, { ...act(kofi), problemId, words, baseVersion })
    expect(await rename('The voices', 1)).toMatchObject({ ok: true })
    expect(await rename('Hearing things', 1)).toMatchObject({ status: 409, problem: { code: 'conflict' } })
    expect(await rename('The voices', 1)).toMatchObject({ ok: true })
    expect(await rename('Hearing things', 2)).toMatchObject({ ok: true })
    const kept = await world.sql(
      `select was ->> 'words' as words from tracker_version where item_id = $1 order by until, id`,
      [problemId],
    )
    expect(kept.map(({ words }) => words).sort()).toEqual(['The voices', 'Voices'])
  })

  it('have one rating a day, and what was rated before a pause elsewhere still counts', async () => {
    const problemId = await add(kofi, 'Panic')
    await rate(kofi, problemId, 3)
    await kofi.call(pauseProblem, { ...act(kofi), problemId })
    expect(await rate(kofi, problemId, 0, { whatHelped: 'Walking' })).toMatchObject({ ok: true })
    const ratings = (await trackers(kofi)).ratings.filter((rating) => rating.problemId === problemId)
    expect(ratings).toEqual([{ problemId, forDate, value: 0, whatHelped: 'Walking', recordedAt }])
    expect(await rate(kofi, problemId, 11)).toMatchObject({ status: 422 })
    expect(await rate(kofi, problemId, 5, { forDate: '2026-04-07' })).toMatchObject({ status: 422 })
  })

  it('are their owner’s alone: nobody rates, renames or moves somebody else’s', async () => {
    const problemId = await add(kofi, 'Mine')
    const gary = await world.as('gary')
    const before = JSON.stringify(await world.sql('select * from tracker order by id'))
    for (const [operation, more] of [
      [renameProblem, { words: 'Gary was here', baseVersion: 9 }],
      [pauseProblem, {}],
      [retireProblem, {}],
      [resumeProblem, {}],
      [rateProblem, { forDate, recordedAt, value: 5 }],
      [unrateProblem, { forDate }],
      [restoreRating, { forDate }],
    ] as const) {
      // As themself with Kofi's problem, and as Kofi.
      for (const personId of [gary.scope.personId, kofi.scope.personId])
        expect(await gary.try(operation, { ...act(gary), personId, problemId, ...more } as never)).toMatchObject({
          status: 404,
        })
    }
    expect(await gary.try(addProblem, { ...act(gary), problemId, words: 'x' })).toMatchObject({
      status: 409,
      problem: { code: 'id-taken' },
    })
    expect(JSON.stringify(await world.sql('select * from tracker order by id'))).toBe(before)
  })
})

describe('moods', () => {
  const log = (by: Actor, moodId: string, more: object = {}) =>
    by.try(logMood, { ...act(by), moodId, forDate, recordedAt, face: 2, ...more })

  it('may be several a day; the same one again is changed, and what it said is kept', async () => {
    const [morning, evening] = [randomUUID(), randomUUID()]
    await log(kofi, morning, { feelings: ['tired', 'a bit numb, really'], note: 'Bad night' })
    await log(kofi, evening, { face: 4 })
    await log(kofi, morning, { face: 3 })
    const moods = (await trackers(kofi)).moods
    expect(moods).toHaveLength(2)
    expect(moods.find((mood) => mood.moodId === morning)).toEqual({ moodId: morning, forDate, face: 3, recordedAt })
    const [kept] = await world.sql('select was from tracker_version where item_id = $1', [morning])
    expect(kept.was).toMatchObject({ face: 2, feelings: ['tired', 'a bit numb, really'] })
  })

  it('have up to three feelings and are of the last seven days, also when they are changed', async () => {
    expect(await log(kofi, randomUUID(), { feelings: ['a', 'b', 'c', 'd'] })).toMatchObject({ status: 422 })
    expect(await log(kofi, randomUUID(), { face: 6 })).toMatchObject({ status: 422 })
    const old = randomUUID()
    await log(kofi, old, { forDate: '2026-04-08', recordedAt: '2026-04-10T08:00:00.000Z' })
    expect(await log(kofi, old, { recordedAt: '2026-04-16T07:00:00.000Z', forDate: '2026-04-16' })).toMatchObject({
      status: 422,
    })
  })

  it('of somebody else are not there, and their ids are taken', async () => {
    const moodId = randomUUID()
    await log(kofi, moodId)
    const gary = await world.as('gary')
    expect(await log(gary, moodId)).toMatchObject({ status: 409, problem: { code: 'id-taken' } })
    expect(await gary.try(removeMood, { ...act(gary), moodId })).toMatchObject({ status: 404 })
    expect(await gary.try(restoreMood, { ...act(gary), moodId })).toMatchObject({ status: 404 })
  })
})

it('whoever listens sees what a newcomer sees, whatever is tracked', async () => {
  const personId = kofi.scope.personId as string
  await convergesFor(world, kofi, ownChannel, { personId }, async () => {
    const problemId = await add(kofi, 'Sleeping late')
    await rate(kofi, problemId, 5, { note: 'So so' })
    await rate(kofi, problemId, 6, { forDate: '2026-04-14' })
    await kofi.call(unrateProblem, { ...act(kofi), problemId, forDate })
    await kofi.call(restoreRating, { ...act(kofi), problemId, forDate })
    await kofi.call(renameProblem, { ...act(kofi), problemId, words: 'Late nights', baseVersion: 1 })
    await kofi.call(retireProblem, { ...act(kofi), problemId })
    const moodId = randomUUID()
    await kofi.call(logMood, { ...act(kofi), moodId, forDate, recordedAt, face: 1, feelings: ['sad'] })
    await kofi.call(removeMood, { ...act(kofi), moodId })
    const momentId = randomUUID()
    await kofi.call(markMoment, { ...act(kofi), momentId, words: 'New medicine', onDate: '2026-01-02' })
    await kofi.call(markMoment, { ...act(kofi), momentId, words: 'Started new medicine', onDate: '2026-01-03' })
    await kofi.call(removeMoment, { ...act(kofi), momentId })
    await kofi.call(restoreMoment, { ...act(kofi), momentId })
  })
  expect(
    await kofi.try(markMoment, { ...act(kofi), momentId: randomUUID(), words: 'x', onDate: '2026-04-17' }),
  ).toMatchObject({
    status: 422,
  })
})

describe('what trackers hold about a person', () => {
  const actAs = <T>(work: Parameters<World['app']['runner']['act']>[1]) =>
    world.app.runner.act('jobs', work) as Promise<T>

  it('is given to them with what it said before, goes to the record they become one with, and is erased', async () => {
    const [from, into] = [kofi.scope.personId as string, meera.scope.personId as string]
    const before = await actAs<Record<string, { moods: unknown[]; problems: unknown[] }>>((ctx) =>
      subject.export(ctx, from),
    )
    expect(JSON.stringify(before)).toMatch(/Hearing things.*Voices/s)
    const sizes = (one: typeof before) => [one.trackers?.moods.length ?? 0, one.trackers?.problems.length ?? 0]
    const own = sizes(await actAs((ctx) => subject.export(ctx, into)))
    await actAs((ctx) => subject.merge(ctx, from, into))
    const after = await actAs<typeof before>((ctx) => subject.export(ctx, into))
    expect(sizes(after)).toEqual(sizes(before).map((size, at) => size + (own[at] ?? 0)))
    expect(sizes(await actAs((ctx) => subject.export(ctx, from)))).toEqual([0, 0])
    await actAs((ctx) => subject.erase(ctx, into))
    for (const table of ['tracker', 'problem_rating', 'mood_entry', 'key_moment', 'tracker_version'])
      expect(await world.sql(`select 1 from ${table} where person_id = $1`, [into])).toEqual([])
  })
})
