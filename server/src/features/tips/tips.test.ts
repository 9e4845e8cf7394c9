import { randomUUID } from 'node:crypto'
import type { InputOf } from '@weft/contract/operation.ts'
import {
  draftContent,
  editContent,
  getContent,
  listContent,
  publishContent,
  retireContent,
  reviewContent,
} from '@weft/contract/tips/desk.ts'
import { getTip, listTips, rateTip, saveTip } from '@weft/contract/tips/operations.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, makeWorld, type RawInput, type World } from '../../../test/world.ts'
import { jobs } from './jobs.ts'

let world: World
let editor: Actor
let second: Actor
let kofi: Actor
beforeAll(async () => {
  world = await makeWorld()
  const { helen, admin } = world.cast.people
  for (const { accountId } of [helen, admin])
    await world.sql(`insert into account_hat (account_id, hat) values ($1, 'content_editor')`, [accountId])
  ;[editor, second, kofi] = await Promise.all([
    world.as('helen', 'content_editor'),
    world.as('admin', 'content_editor'),
    world.as('kofi'),
  ])
})
afterAll(() => world.close())

let made = 0
type Words = Omit<InputOf<typeof draftContent>, 'contentId' | 'kind'>
const words = (more: Partial<Words> = {}): Words => {
  made += 1
  return {
    slug: `a-quiet-evening-${made}`,
    title: `A quiet evening ${made}`,
    summary: 'Turn the lights down an hour before bed.',
    body: '## Before bed\n\nPut the **phone** away.',
    fiveWays: ['take_notice'],
    topics: ['sleep'],
    ageBand: 'everyone',
    language: 'en',
    sources: [{ title: 'NHS', url: 'https://www.nhs.uk/sleep' }],
    authorLine: 'The editors',
    reviewBy: '2026-10-01',
    ...more,
  }
}

/** A draft of the editor's, and what an act on it names. */
async function drafted({ kind = 'tip', ...more }: Partial<Words> & { kind?: 'tip' | 'story' } = {}) {
  const said = words(more)
  const contentId: string = randomUUID()
  await editor.call(draftContent, { contentId, kind, ...said })
  return { said, at: { contentId, baseVersion: 1 } }
}

async function published(more: Parameters<typeof drafted>[0] = {}, by = editor) {
  const { said, at } = await drafted(more)
  await editor.call(reviewContent, at)
  await by.call(publishContent, at)
  return { said, at }
}

const slugs = async (asked: RawInput<typeof listTips> = {}) =>
  (await kofi.call(listTips, asked)).tips.map(({ slug }) => slug)
const absent = { status: 404, problem: { code: 'not-found' } }

describe('from a draft to everybody', () => {
  test('nobody reads a word before it is published, and everybody from then on', async () => {
    const { said, at } = await drafted({ title: 'Zebra crossing', topics: ['money'] })
    const hidden = async () => {
      expect(await kofi.try(getTip, { slug: said.slug })).toMatchObject(absent)
      expect(await slugs()).not.toContain(said.slug)
      expect(await slugs({ words: 'zebra' })).toEqual([])
    }
    await hidden()
    expect(await editor.try(publishContent, at)).toMatchObject({ problem: { code: 'wrong-state' } })
    await editor.call(reviewContent, at)
    await hidden()
    await editor.call(publishContent, at)
    await editor.call(publishContent, at)
    expect(await kofi.call(getTip, { slug: said.slug })).toMatchObject({
      title: 'Zebra crossing',
      minutes: 1,
      reviewedOn: '2026-04-15',
      isReviewLate: false,
    })
    expect(await slugs({ words: 'zebras', topic: 'money' })).toEqual([said.slug])
  })

  test('an edit keeps what was said, and leaves what people read as it is until it is published', async () => {
    const { said, at } = await published()
    const change = { ...at, ...words({ slug: said.slug, title: 'Better words' }) }
    await editor.call(editContent, change)
    await editor.call(editContent, change)
    expect((await kofi.call(getTip, { slug: said.slug })).title).toBe(said.title)
    const desk = await editor.call(getContent, { contentId: at.contentId })
    expect(desk).toMatchObject({ state: 'draft', isLive: true, version: 2, publishedVersion: 1 })
    expect(desk.versions.map(({ title, writtenBy }) => [title, writtenBy])).toEqual([
      ['Better words', 'Helen Marsh'],
      [said.title, 'Helen Marsh'],
    ])
    const stale = { ...change, title: 'Other words' }
    expect(await second.try(editContent, stale)).toMatchObject({ status: 409, problem: { code: 'conflict' } })
    expect(await second.try(reviewContent, at)).toMatchObject({ problem: { code: 'conflict' } })
    const now = { ...at, baseVersion: 2 }
    await second.call(reviewContent, now)
    await second.call(publishContent, now)
    expect((await kofi.call(getTip, { slug: said.slug })).title).toBe('Better words')
  })

  test('a draft that is sent twice is one; the id and the slug are nobody else’s', async () => {
    const { said, at } = await drafted()
    await editor.call(draftContent, { contentId: at.contentId, kind: 'tip', ...said })
    const other = { contentId: at.contentId, kind: 'tip' as const, ...words() }
    expect(await editor.try(draftContent, other)).toMatchObject({ problem: { code: 'same-id-other-words' } })
    expect(await second.try(draftContent, other)).toMatchObject({ problem: { code: 'id-taken' } })
    const taken = { contentId: randomUUID(), kind: 'tip' as const, ...words({ slug: said.slug }) }
    expect(await editor.try(draftContent, taken)).toMatchObject({ problem: { fields: [{ path: 'slug' }] } })
  })

  test('the address of what was published stays', async () => {
    const { at } = await published()
    const moved = { ...at, ...words() }
    expect(await editor.try(editContent, moved)).toMatchObject({ problem: { fields: [{ path: 'slug' }] } })
  })

  test.each([
    ['a day that has passed', '2026-04-14'],
    ['more than twelve months ahead', '2027-04-16'],
  ])('a review on %s is refused', async (_, reviewBy) => {
    const asked = { contentId: randomUUID(), kind: 'tip' as const, ...words({ reviewBy }) }
    expect(await editor.try(draftContent, asked)).toMatchObject({ problem: { fields: [{ path: 'reviewBy' }] } })
  })
})

describe('a story', () => {
  const story = { kind: 'story' as const, authorLine: 'A man in his fifties' }

  test('needs consent, and an editor who did not write it', async () => {
    const { at } = await drafted(story)
    await editor.call(reviewContent, at)
    expect(await second.try(publishContent, at)).toMatchObject({ problem: { fields: [{ path: 'consentRef' }] } })
    const { said, at: with_ } = await drafted({ ...story, consentRef: 'File 12' })
    await editor.call(reviewContent, with_)
    expect((await editor.call(getContent, { contentId: with_.contentId })).mayPublish).toBe(false)
    expect(await editor.try(publishContent, with_)).toMatchObject({ problem: { fields: [{ path: 'editor' }] } })
    expect((await second.call(getContent, { contentId: with_.contentId })).mayPublish).toBe(true)
    await second.call(publishContent, with_)
    expect(JSON.stringify(await kofi.call(getTip, { slug: said.slug }))).not.toContain('File 12')
  })

  test('a word changed by the second makes them a writer of it', async () => {
    const { said, at } = await drafted({ ...story, consentRef: 'File 13' })
    await second.call(editContent, { ...at, ...said, title: 'One word more' })
    const now = { ...at, baseVersion: 2 }
    await editor.call(reviewContent, now)
    for (const one of [editor, second])
      expect(await one.try(publishContent, now)).toMatchObject({ problem: { fields: [{ path: 'editor' }] } })
  })
})

describe('what is over', () => {
  test('a tip that was taken down is as if it had never been there', async () => {
    const { said, at } = await published()
    await editor.call(retireContent, at)
    await editor.call(retireContent, at)
    const [gone, never] = await Promise.all([said.slug, 'never-was'].map((slug) => kofi.try(getTip, { slug })))
    expect({ ...gone, problem: { ...(gone?.ok === false && gone.problem), requestId: '' } }).toEqual({
      ...never,
      problem: { ...(never?.ok === false && never.problem), requestId: '' },
    })
    expect(await kofi.try(rateTip, { slug: said.slug, isHelpful: true })).toMatchObject(absent)
    expect(await slugs()).not.toContain(said.slug)
    expect(await editor.try(editContent, { ...at, ...words() })).toMatchObject({
      problem: { code: 'wrong-state' },
    })
  })

  test('past its review it is in no list, still at its address, and first on the desk', async () => {
    const { said, at } = await published()
    await world.sql(`update content_version set review_by = '2026-04-14' where content_id = $1`, [at.contentId])
    expect(await slugs()).not.toContain(said.slug)
    expect((await kofi.call(getTip, { slug: said.slug })).isReviewLate).toBe(true)
    const { rows } = await editor.call(listContent, {})
    expect(rows[0]).toMatchObject({ slug: said.slug, isReviewDue: true, isLive: true })
  })

  test('two years after it was taken down nothing of it is left, not even in a list of saved ones', async () => {
    const { at } = await published()
    const personId = kofi.scope.personId as string
    await kofi.call(saveTip, { personId, changeId: randomUUID(), contentId: at.contentId })
    await editor.call(retireContent, at)
    await world.sql(`update content set retired_at = '2024-04-14' where id = $1`, [at.contentId])
    const act = (system: string, work: Parameters<World['app']['runner']['act']>[1]) =>
      world.app.runner.act(system as 'jobs', work)
    await jobs[0]?.run({ act, now: () => world.clock.now() } as never)
    for (const [table, column] of [
      ['content', 'id'],
      ['content_version', 'content_id'],
      ['tip_bookmark', 'content_id'],
    ])
      expect(await world.sql(`select from ${table} where ${column} = $1`, [at.contentId])).toEqual([])
  })
})

describe('looking for one', () => {
  test('by way, topic, kind, language and words, the closest first', async () => {
    const only: Partial<Words> = { topics: ['grief'] }
    const inBody = await published({ ...only, body: 'A walk by the canal.', fiveWays: ['be_active', 'connect'] })
    const inTitle = await published({ ...only, title: 'Walking with somebody', fiveWays: ['connect'] })
    const welsh = await published({ ...only, title: 'Mynd am dro', language: 'cy' })
    const grief = { topic: 'grief' } as const
    expect(await slugs({ ...grief, words: 'walks' })).toEqual([inTitle.said.slug, inBody.said.slug])
    expect(await slugs({ ...grief, way: 'be_active' })).toEqual([inBody.said.slug])
    expect(await slugs({ ...grief, kind: 'story' })).toEqual([])
    expect(await slugs({ ...grief, language: 'cy', words: 'dro' })).toEqual([welsh.said.slug])
    expect(await slugs({ ...grief, words: 'no such words' })).toEqual([])
  })

  test.each(["'", '"open', '-', ':*', '\\', '((', 'a & | b', '%', '   '])('%s is no mistake', async (asked) => {
    expect((await kofi.try(listTips, { words: asked })).status).toBe(200)
  })
})

test('what helped is counted, and nothing of who said it is kept', async () => {
  const { said, at } = await published()
  await kofi.call(rateTip, { slug: said.slug, isHelpful: true })
  await kofi.call(rateTip, { slug: said.slug, isHelpful: false })
  expect(await editor.call(getContent, { contentId: at.contentId })).toMatchObject({ helped: 1, notHelped: 1 })
  const [row] = await world.sql('select * from content_rating where content_id = $1', [at.contentId])
  expect(row).toEqual({ content_id: at.contentId, helped: 1, not_helped: 1 })
})

test('the desk is an editor’s at work: not under another hat, nor once they left', async () => {
  const { at } = await drafted()
  for (const actor of [world.as('sam'), world.as('nia'), world.as('helen'), world.as('admin'), world.as('kofi')]) {
    expect(await (await actor).try(listContent, {})).toMatchObject(absent)
    expect(await (await actor).try(getContent, { contentId: at.contentId })).toMatchObject(absent)
  }
  await world.sql(`update staff set state = 'left' where account_id = $1`, [second.scope.accountId])
  expect(await second.try(listContent, {})).toMatchObject({ status: 401 })
  await world.sql(`update staff set state = 'active' where account_id = $1`, [second.scope.accountId])
})

test('the second fence shows what is published and nothing else to whoever is no editor', async () => {
  const { at } = await drafted()
  const { at: live } = await published()
  const seen = (scope: typeof kofi.scope | { kind: 'nobody'; requestId: string }) =>
    world.app.db.as(scope, async (tx) => {
      const ids = [at.contentId, live.contentId]
      const { rows } = await tx.query('select id from content where id = any ($1)', [ids])
      const { rows: versions } = await tx.query('select content_id from content_version where content_id = any ($1)', [
        ids,
      ])
      return [rows.map(({ id }) => id), versions.map(({ content_id }) => content_id)]
    })
  for (const scope of [kofi.scope, { kind: 'nobody', requestId: 'x' } as const])
    expect(await seen(scope)).toEqual([[live.contentId], [live.contentId]])
  expect((await seen(editor.scope))[0]).toHaveLength(2)
})
