import { randomUUID } from 'node:crypto'
import {
  deleteEntry,
  editEntry,
  listEntries,
  listEntryHistory,
  listSharedEntries,
  pinEntry,
  restoreEntry,
  writeEntry,
} from '@weft/contract/diary/operations.ts'
import { TEXT_MAX } from '@weft/contract/diary/shapes.ts'
import { ownChannel } from '@weft/contract/own/channel.ts'
import { getOwn } from '@weft/contract/own/operations.ts'
import { startSharing, stopSharing } from '@weft/contract/sharing/operations.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { convergesFor } from '../../../test/talk.ts'
import { type Actor, makeWorld, type World } from '../../../test/world.ts'
import { subject } from './subject.ts'

let world: World
let kofi: Actor
let sam: Actor
let personId: string
let serviceId: string
beforeAll(async () => {
  world = await makeWorld()
  kofi = await world.as('kofi')
  sam = await world.as('sam')
  personId = kofi.scope.personId as string
  serviceId = world.cast.services.wellbeing
})
afterAll(() => world.close())

const act = (more: object = {}) => ({ personId, changeId: randomUUID(), ...more })
const diary = async () => (await kofi.call(getOwn, { personId })).diary
const entryOf = async (entryId: string) => (await diary()).entries.find((one) => one.entryId === entryId)
const now = () => world.clock.now().toISOString()
const share = (entryId: string) => ({ serviceId, scope: `diary:${entryId}` })

async function written(text = 'A quiet day', more: object = {}): Promise<string> {
  const entryId = randomUUID()
  await kofi.call(writeEntry, act({ entryId, text, writtenAt: now(), ...more }))
  return entryId
}

test('whoever listens sees what a newcomer sees', async () => {
  await convergesFor(world, kofi, ownChannel, { personId }, async () => {
    const first = await written('The first', { mood: 4, prompt: 'What went well?' })
    const second = await written('The second')
    await kofi.call(editEntry, act({ entryId: first, text: 'The very first', baseVersion: 1 }))
    await kofi.call(pinEntry, act({ entryId: first, isPinned: true }))
    await kofi.call(pinEntry, act({ entryId: second, isPinned: true }))
    await kofi.call(startSharing, act({ ...share(first), shareId: randomUUID(), from: 'now' }))
    await kofi.call(deleteEntry, act({ entryId: second }))
    await kofi.call(deleteEntry, act({ entryId: first }))
    await kofi.call(restoreEntry, act({ entryId: first }))
    await kofi.call(stopSharing, act(share(first)))
  })
  const { entries, pinnedId } = await diary()
  expect(entries.map(({ text, visibility }) => [text, visibility])).toEqual(
    expect.arrayContaining([
      ['The very first', 'private'],
      ['The second', 'private'],
    ]),
  )
  expect(pinnedId).toBeUndefined()
})

test('an entry made offline keeps the day on which it was written, and none is from the future', async () => {
  const late = await written('On the train', { writtenAt: '2026-03-28T23:59:00.000Z' })
  expect(await entryOf(late)).toMatchObject({ forDate: '2026-03-28', visibility: 'private', version: 1 })
  const summer = await written('Past midnight by the clock', { writtenAt: '2026-04-01T23:30:00Z' })
  expect(await entryOf(summer)).toMatchObject({ forDate: '2026-04-02', writtenAt: '2026-04-01T23:30:00.000Z' })
  const ahead = await written('A wrong clock', { writtenAt: '2027-01-01T00:00:00Z' })
  expect(await entryOf(ahead)).toMatchObject({ writtenAt: now(), forDate: '2026-04-15' })
})

test('a moment that the database has no year for is refused', async () => {
  const then = act({ entryId: randomUUID(), text: 'Long ago', writtenAt: '0000-06-01T00:00:00Z' })
  expect(await kofi.try(writeEntry, then)).toMatchObject({ status: 422 })
})

test('ten thousand characters are kept as they were written, one more is refused', async () => {
  const full = '😀'.repeat(TEXT_MAX)
  const entryId = await written(full)
  expect((await entryOf(entryId))?.text).toBe(full)
  const more = act({ entryId: randomUUID(), text: `${full}!`, writtenAt: now() })
  expect(await kofi.try(writeEntry, more)).toMatchObject({ status: 422 })
})

test('what was changed elsewhere first is a conflict, and what it said before is kept', async () => {
  const entryId = await written('One')
  await kofi.call(editEntry, act({ entryId, text: 'Two', mood: 2, baseVersion: 1 }))
  const stale = act({ entryId, text: 'Three', baseVersion: 1 })
  expect(await kofi.try(editEntry, stale)).toMatchObject({ status: 409, problem: { code: 'conflict' } })
  expect(await entryOf(entryId)).toMatchObject({ text: 'Two', mood: 2, version: 2 })
  await kofi.call(editEntry, act({ entryId, text: 'Two', mood: 2, baseVersion: 1 }))
  expect((await entryOf(entryId))?.version).toBe(2)
  await kofi.call(editEntry, act({ entryId, text: 'Three', baseVersion: 2 }))
  const { versions } = await kofi.call(listEntryHistory, { personId, entryId })
  expect(versions).toEqual([
    { version: 2, text: 'Two', mood: 2, until: now() },
    { version: 1, text: 'One', until: now() },
  ])
})

test('words that were written on a change that was refused are refused with it, and take nobody’s place unseen', async () => {
  const entryId = await written('A1')
  await kofi.call(editEntry, act({ entryId, text: 'A2, from the tablet', baseVersion: 1 }))
  const mine = act({ entryId, text: 'B2, with no signal', baseVersion: 1 })
  const again = { entryId, text: 'B3, still with none', baseVersion: 2 }
  expect(await kofi.try(editEntry, mine)).toMatchObject({ problem: { code: 'conflict' } })
  expect(await kofi.try(editEntry, act({ ...again, onTopOf: mine.changeId }))).toMatchObject({
    problem: { code: 'conflict' },
  })
  expect((await entryOf(entryId))?.text).toBe('A2, from the tablet')
  const first = act({ entryId, text: 'C3', baseVersion: 2 })
  await kofi.call(editEntry, first)
  await kofi.call(editEntry, act({ entryId, text: 'C4', baseVersion: 3, onTopOf: first.changeId }))
  expect((await entryOf(entryId))?.text).toBe('C4')
})

test('an edit of what was deleted elsewhere waits for the writer, whose words are not lost', async () => {
  const entryId = await written('One')
  await kofi.call(deleteEntry, act({ entryId }))
  const late = act({ entryId, text: 'One and more', baseVersion: 1 })
  expect(await kofi.try(editEntry, late)).toMatchObject({ status: 409 })
  await kofi.call(restoreEntry, act({ entryId }))
  await kofi.call(editEntry, { ...late, changeId: randomUUID() })
  expect(await entryOf(entryId)).toMatchObject({ text: 'One and more' })
})

test('an id is one entry for ever, whoever else tries it', async () => {
  const entryId = await written('Mine')
  expect(await kofi.try(writeEntry, act({ entryId, text: 'Other words', writtenAt: now() }))).toMatchObject({
    status: 422,
  })
  const meera = await world.as('meera')
  const theirs = { personId: meera.scope.personId as string, changeId: randomUUID(), entryId }
  expect(await meera.try(writeEntry, { ...theirs, text: 'Hers', writtenAt: now() })).toMatchObject({ status: 409 })
  expect(await meera.try(editEntry, { ...theirs, text: 'Hers', baseVersion: 1 })).toMatchObject({ status: 404 })
  expect(await meera.try(deleteEntry, { ...theirs, changeId: randomUUID() })).toMatchObject({ status: 404 })
  expect(await entryOf(entryId)).toMatchObject({ text: 'Mine' })
})

test('a deleted entry can be put back for 14 days and then leaves nothing', async () => {
  const entryId = await written('Soon gone')
  await kofi.call(editEntry, act({ entryId, text: 'Soon gone for good', baseVersion: 1 }))
  await kofi.call(deleteEntry, act({ entryId }))
  const before = now()
  world.clock.advance({ days: 14, seconds: -1 })
  await world.app.jobs.run('diary.eraseDeleted')
  expect(await entryOf(entryId)).toBeDefined()
  await convergesFor(world, kofi, ownChannel, { personId }, async () => {
    world.clock.advance({ seconds: 2 })
    await world.app.jobs.run('diary.eraseDeleted')
  })
  expect(await entryOf(entryId)).toBeUndefined()
  expect(await kofi.try(restoreEntry, act({ entryId }))).toMatchObject({ status: 404 })
  expect(await world.sql('select from diary_entry_version where entry_id = $1', [entryId])).toEqual([])
  world.clock.set(before)
})

test('what is older than a device holds is read page by page, and none is missed or twice', async () => {
  const denise = await world.as('denise')
  const hers = denise.scope.personId as string
  for (let day = 0; day < 35; day++)
    await denise.call(writeEntry, {
      personId: hers,
      changeId: randomUUID(),
      entryId: randomUUID(),
      text: `Day ${day}`,
      writtenAt: new Date(Date.parse('2024-01-01T10:00:00Z') + (day % 30) * 86_400_000).toISOString(),
    })
  await world.sql(`update diary_entry set changed_at = written_at where person_id = $1`, [hers])
  expect((await denise.call(getOwn, { personId: hers })).diary.entries).toEqual([])
  const first = { beforeWrittenAt: now(), beforeEntryId: randomUUID() }
  const one = await denise.call(listEntries, { personId: hers, ...first })
  const last = one.entries.at(-1)
  const two = await denise.call(listEntries, {
    personId: hers,
    beforeWrittenAt: last?.writtenAt,
    beforeEntryId: last?.entryId,
  })
  expect([one.hasMore, two.hasMore]).toEqual([true, false])
  expect(new Set([...one.entries, ...two.entries].map(({ text }) => text)).size).toBe(35)
})

test('the team reads the one entry that is shared, and after that nothing; carers and other services never', async () => {
  const shared = await written('For Sam to read')
  await written('Only mine')
  const asked = { personId, serviceId }
  expect(await sam.call(listSharedEntries, asked)).toEqual({ entries: [] })
  await kofi.call(startSharing, act({ ...share(shared), shareId: randomUUID(), from: 'now' }))
  const { entries } = await sam.call(listSharedEntries, asked)
  expect(entries).toEqual([{ entryId: shared, text: 'For Sam to read', writtenAt: now(), forDate: now().slice(0, 10) }])
  const priya = await world.as('priya', 'practitioner')
  expect(await priya.try(listSharedEntries, asked)).toMatchObject({ status: 404 })
  expect(await sam.try(listEntryHistory, { personId, entryId: shared })).toMatchObject({ status: 404 })

  await kofi.call(deleteEntry, act({ entryId: shared }))
  expect(await sam.call(listSharedEntries, asked)).toEqual({ entries: [] })
  await kofi.call(restoreEntry, act({ entryId: shared }))
  expect((await sam.call(listSharedEntries, asked)).entries).toHaveLength(1)
  await kofi.call(stopSharing, act(share(shared)))
  expect(await sam.call(listSharedEntries, asked)).toEqual({ entries: [] })
})

test('what is exported is the person’s own with what it said before; a merged record brings its own; erased, nothing is left', async () => {
  const [gary, meera] = [await world.as('gary'), await world.as('meera')]
  const [from, into] = [gary.scope.personId as string, meera.scope.personId as string]
  for (const [actor, personOf, text] of [
    [gary, from, 'Gary wrote this'],
    [meera, into, 'Meera wrote this'],
  ] as const) {
    const entryId = randomUUID()
    const acting = () => ({ personId: personOf, changeId: randomUUID(), entryId })
    await actor.call(writeEntry, { ...acting(), text: `${text} first`, writtenAt: now() })
    await actor.call(editEntry, { ...acting(), text, baseVersion: 1 })
    await actor.call(pinEntry, { ...acting(), isPinned: true })
  }
  const exported = async (id: string) =>
    JSON.stringify(await world.app.runner.act('jobs', (ctx) => subject.export(ctx, id)))
  expect(await exported(into)).toContain('Meera wrote this first')
  expect(await exported(into)).not.toContain('Gary')
  await world.app.runner.act('jobs', (ctx) => subject.merge(ctx, from, into))
  const both = await meera.call(getOwn, { personId: into })
  expect(both.diary.entries.map(({ text }) => text).sort()).toEqual(['Gary wrote this', 'Meera wrote this'])
  expect(both.diary.entries.find(({ entryId }) => entryId === both.diary.pinnedId)?.text).toBe('Meera wrote this')
  await world.app.runner.act('jobs', (ctx) => subject.erase(ctx, into))
  expect(await exported(into)).toBe('{"diary":{"entries":[],"versions":[]}}')
})
