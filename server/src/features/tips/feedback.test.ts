import { randomUUID } from 'node:crypto'
import { sendFeedback } from '@weft/contract/tips/feedback.ts'
import { answerFeedback, closeFeedback, listFeedback } from '@weft/contract/tips/feedback-desk.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Actor, makeWorld, type World } from '../../../test/world.ts'
import { answerBy } from './feedback.ts'

let world: World
let editor: Actor
let second: Actor
beforeAll(async () => {
  world = await makeWorld({ operationLimits: {} })
  for (const { accountId } of [world.cast.people.helen, world.cast.people.admin])
    await world.sql(`insert into account_hat (account_id, hat) values ($1, 'content_editor')`, [accountId])
  ;[editor, second] = await Promise.all([world.as('helen', 'content_editor'), world.as('admin', 'content_editor')])
})
afterAll(() => world.close())
beforeEach(async () => {
  await world.sql('delete from feedback')
  await world.sql('delete from mail')
})

const said = (more: Record<string, unknown> = {}) => ({
  feedbackId: randomUUID(),
  subject: 'idea' as const,
  text: 'Bigger buttons, please.',
  language: 'en' as const,
  ...more,
})
const asNobody = (payload: unknown) =>
  world.inject({ method: 'POST', url: '/api/feedback', payload: payload as object })
const desk = async (who = editor) => (await who.call(listFeedback, {})).rows
const mails = () => world.sql('select * from mail')
const runJob = (name: string) => world.app.jobs.run(name)

describe('what anybody says of Weft', () => {
  test('is kept whole and once, with nothing of whoever was signed in', async () => {
    const kofi = await world.as('kofi')
    const screen = '/track/sleep/:date'
    const input = said({ screen, hat: 'patient', text: 'Dŵr 🙂\n‮x <b>"' })
    await kofi.call(sendFeedback, input)
    await kofi.call(sendFeedback, input)
    const rows = await world.sql('select * from feedback')
    expect(rows).toHaveLength(1)
    const whole = JSON.stringify([rows, await world.sql('select * from feedback_address')])
    const { personId, accountId } = world.cast.people.kofi
    for (const trace of [personId, accountId, kofi.scope.sessionId, 'Kofi', 'T09', '10:20'])
      expect(whole).not.toContain(trace)
    expect(await world.sql(`select from access_log where item_kind like '%feedback%'`)).toEqual([])
    expect(await desk()).toMatchObject([
      { text: input.text, screen, hat: 'patient', receivedOn: '2026-04-15', wantsAnswer: false },
    ])
  })

  test('under an id that says something else is not taken for it', async () => {
    const input = said()
    expect((await asNobody(input)).statusCode).toBe(200)
    expect((await asNobody({ ...input, text: 'Something else' })).json().code).toBe('same-id-other-words')
    expect((await asNobody({ ...input, subject: 'thanks' })).json().code).toBe('same-id-other-words')
    expect(await desk()).toHaveLength(1)
  })

  test.each([
    ['no words', { text: ' \n ' }],
    ['more than 2,000 characters', { text: '🙂'.repeat(2_001) }],
    ['what is not a character', { text: 'a\0b' }],
    ['an address that is none', { email: 'kofi' }],
    ['two addresses', { email: 'a@b.example,c@d.example' }],
    ['a header in the address', { email: 'a@b.example\r\nbcc: c@d.example' }],
    ['an address with an id for a screen', { screen: '/messages/019d8e39-1980-7cb7-b9af-c94a9cc3aa21' }],
    ['a screen elsewhere', { screen: 'https://evil.example' }],
    ['a hat that only one person wears', { hat: 'platform_admin' }],
    ['a subject of its own', { subject: 'me' }],
    ['a key that nobody knows', { accountId: randomUUID() }],
  ])('is refused with %s', async (_, more) => {
    expect([400, 422]).toContain((await asNobody(said(more))).statusCode)
    expect(await world.sql('select from feedback')).toEqual([])
  })

  test('fits at 2,000 characters of any kind', async () => {
    expect((await asNobody(said({ text: '🙂'.repeat(2_000) }))).statusCode).toBe(200)
  })

  test.each([
    ['on Wednesday morning', '2026-04-15T09:20:00Z', '2026-04-20'],
    ['on a Friday before a bank holiday', '2026-05-01T15:30:00Z', '2026-05-07'],
    ['in the night', '2026-04-14T23:30:00Z', '2026-04-17'],
    ['over the turn of the year', '2026-12-31T12:00:00Z', '2027-01-06'],
  ])('is due three working days later: %s', (_, at, due) => expect(answerBy(new Date(at))).toBe(due))
})

describe('the desk', () => {
  test('has what waits for an answer first, by its day, and says what is late', async () => {
    const [late, plain, next] = [said({ email: 'a@home.example' }), said(), said({ email: 'b@home.example' })]
    for (const one of [plain, next, late]) await asNobody(one)
    await world.sql(`update feedback set due_on = '2026-04-14' where id = any ($1)`, [
      [late.feedbackId, plain.feedbackId],
    ])
    const rows = await desk()
    expect(rows.map(({ feedbackId }) => feedbackId)).toEqual([late, next, plain].map((one) => one.feedbackId))
    expect(rows.map(({ isLate }) => isLate)).toEqual([true, false, false])
  })

  test('sends an answer to an address that no editor is shown, in words that say nothing around it, and forgets it', async () => {
    const { feedbackId } = said()
    await asNobody(said({ feedbackId, email: 'Somebody@Home.example', text: 'a secret of mine' }))
    expect(JSON.stringify(await desk())).not.toMatch(/home\.example/i)
    for (const _ of [1, 2]) await editor.call(answerFeedback, { feedbackId, words: 'They grow in May.' })
    const [mail, ...more] = await mails()
    expect(more).toEqual([])
    expect(mail).toMatchObject({ to_address: 'somebody@home.example', subject: 'You have an update', link: null })
    expect(mail.body).toContain('They grow in May.')
    expect(mail.body).not.toMatch(/secret|weft/i)
    expect(await world.sql('select * from feedback_address')).toEqual([])
    expect(await desk(second)).toMatchObject([
      {
        state: 'done',
        answer: 'They grow in May.',
        doneOn: '2026-04-15',
        doneBy: world.cast.people.helen.name,
        wantsAnswer: false,
      },
    ])
    const again = await second.try(answerFeedback, { feedbackId, words: 'Other words' })
    expect(!again.ok && again.problem.code).toBe('wrong-state')
  })

  test('answers nobody who left no address, and is done with it, once, with the address gone', async () => {
    const [without, with_] = [said(), said({ email: 'a@home.example' })]
    for (const one of [without, with_]) await asNobody(one)
    const none = await editor.try(answerFeedback, { feedbackId: without.feedbackId, words: 'Hello' })
    expect(!none.ok && none.problem.code).toBe('wrong-state')
    for (const one of [without, with_, with_]) await editor.call(closeFeedback, { feedbackId: one.feedbackId })
    await second.call(closeFeedback, { feedbackId: with_.feedbackId })
    expect((await desk()).map(({ state, doneBy }) => [state, doneBy])).toEqual(
      Array(2).fill(['done', world.cast.people.helen.name]),
    )
    expect([await world.sql('select * from feedback_address'), await mails()]).toEqual([[], []])
  })

  test('is no desk for anybody else, nor for an editor who left', async () => {
    await asNobody(said())
    for (const [name, hat] of [
      ['kofi', 'patient'],
      ['sam', 'practitioner'],
      ['nia', 'coordinator'],
      ['helen', 'privacy_officer'],
      ['admin', 'platform_admin'],
    ] as const) {
      const answer = await (await world.as(name, hat)).try(listFeedback, {})
      expect(answer.status).toBe(404)
    }
    expect((await world.inject({ url: '/api/feedback' })).statusCode).toBe(401)
    await world.sql(`update staff set state = 'left' where account_id = $1`, [editor.scope.accountId])
    expect((await editor.try(listFeedback, {})).ok).toBe(false)
    await world.sql(`update staff set state = 'active' where account_id = $1`, [editor.scope.accountId])
  })

  test('behind the second fence: an editor’s rows hold no address, and others have no rows', async () => {
    await asNobody(said({ email: 'a@home.example' }))
    const rowsOf = (scope: Actor['scope'], table: string) =>
      world.app.db.as(scope, async (tx) => (await tx.query(`select * from ${table}`)).rows.length)
    const kofi = await world.as('kofi')
    expect(await rowsOf(editor.scope, 'feedback')).toBe(1)
    expect(await rowsOf(editor.scope, 'feedback_address')).toBe(0)
    expect(await rowsOf(kofi.scope, 'feedback')).toBe(0)
    expect(await rowsOf((await world.as('nia')).scope, 'feedback')).toBe(0)
  })
})

test('goes for good 90 days after it was done with, and within a year whatever became of it', async () => {
  const [done, open, old, fresh] = [said(), said(), said({ email: 'a@home.example' }), said()]
  for (const one of [done, open, old, fresh]) await asNobody(one)
  for (const one of [done, fresh]) await editor.call(closeFeedback, { feedbackId: one.feedbackId })
  await world.sql(`update feedback set done_on = '2026-01-14' where id = $1`, [done.feedbackId])
  await world.sql(`update feedback set done_on = '2026-01-15' where id = $1`, [fresh.feedbackId])
  await world.sql(`update feedback set received_on = '2025-04-14' where id = $1`, [old.feedbackId])
  await world.sql(`update feedback set received_on = '2025-04-15' where id = $1`, [open.feedbackId])
  await runJob('tips.eraseFeedback')
  expect((await desk()).map(({ feedbackId }) => feedbackId)).toEqual([open.feedbackId, fresh.feedbackId])
  expect(await world.sql('select * from feedback_address')).toEqual([])
})
