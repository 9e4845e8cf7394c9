import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeWorld, type World } from '../../../../test/world.ts'
import { feedbackWords } from './feedback-words.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld({
    operationLimits: { 'feedback.send': [{ by: 'address', onceBy: 'feedbackId', burst: 3, perMinute: 1 }] },
  })
})
afterAll(() => world.close())
beforeEach(async () => {
  await world.sql('delete from feedback')
  await world.clock.advance({ minutes: 5 })
})

const get = (url: string, headers: Record<string, string> = {}) => world.inject({ method: 'GET', url, headers })
const post = (fields: Record<string, string>, headers: Record<string, string> = {}, url = '/feedback') =>
  world.inject({
    method: 'POST',
    url,
    payload: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  })
const feedbackId = '4dd1e0c2-0a52-4d7c-9a0f-7a5e5a0f5d01'
const whole = { feedbackId, subject: 'idea', text: 'Bigger <b> buttons & “signs”', email: '' }
const kept = () =>
  world.sql(`select f.subject, f.words, f.language, f.screen, f.hat, a.email from feedback f
    left join feedback_address a on a.feedback_id = f.id order by f.words`)

describe('the page for feedback', () => {
  test('is linked from the foot of every public page, needs no script and sets nothing', async () => {
    for (const path of ['/', '/tips', '/about']) expect((await get(path)).body).toContain('href="/feedback"')
    expect((await get('/tips?language=cy')).body).toContain('href="/feedback?language=cy"')
    const { statusCode, headers, body } = await get('/feedback')
    expect([statusCode, headers['set-cookie'], headers['cache-control']]).toEqual([200, undefined, 'no-store'])
    expect(body).not.toMatch(/<script(?! src="\/tips\.js" type="module")|style=| on\w+=/)
    for (const words of [
      'Please write nothing about your health here',
      'class="ask__help" href="/help"',
      '3 working days',
    ])
      expect(body).toContain(words)
  })

  test('takes the form, says thank you under an address that says nothing, and keeps what was meant', async () => {
    const sent = await post(
      { ...whole, text: 'One\r\ntwo', email: ' Me@Home.example ' },
      { origin: 'http://localhost:8080' },
    )
    expect([sent.statusCode, sent.headers.location, sent.headers['set-cookie']]).toEqual([
      303,
      '/feedback?sent=1',
      undefined,
    ])
    expect(await kept()).toEqual([
      { subject: 'idea', words: 'One\ntwo', language: 'en', screen: null, hat: null, email: 'me@home.example' },
    ])
    expect((await get('/feedback?sent=1')).body).toContain('Thank you. We have it.')
    const welsh = await post({ ...whole, feedbackId: feedbackId.replace('4dd1', '4dd2') }, {}, '/feedback?language=cy')
    expect(welsh.headers.location).toBe('/feedback?sent=1&language=cy')
    expect((await kept())[0].language).toBe('cy')
  })

  test('sends the same form once, and what somebody wrote after going back to it as well', async () => {
    for (const _ of [1, 2]) expect((await post(whole)).statusCode).toBe(303)
    expect(await kept()).toHaveLength(1)
    expect((await post({ ...whole, text: 'Another' })).statusCode).toBe(303)
    expect((await kept()).map(({ words }) => words)).toEqual(['Another', whole.text])
  })

  test.each([
    ['nothing at all', {}, ['Choose what it is about', 'Write what you want to tell us']],
    ['too many words', { ...whole, text: '🙂'.repeat(2_001) }, ['Write 2,000 characters or fewer']],
    ['an address that is none', { ...whole, email: 'me"@' }, ['Write an email like name@example.com']],
    ['what is not a character', { ...whole, text: 'a\0b' }, ['Take out signs that are not letters']],
    ['a subject of its own', { ...whole, subject: '"><script>' }, ['Choose what it is about']],
  ])('says what to put right of %s, and keeps what was typed', async (_, fields, problems) => {
    const { statusCode, body } = await post(fields)
    expect(statusCode).toBe(422)
    expect(body).toContain('<title>Error: Tell us what you think of Weft – Weft</title>')
    expect(body).toContain('role="alert"')
    for (const problem of problems) expect(body.split(problem)).toHaveLength(3)
    if ('text' in fields && fields.text === whole.text) {
      expect(body).toContain('>\nBigger &lt;b&gt; buttons &amp; “signs”</textarea>')
      expect(body).toContain(fields.email === '' ? 'value=""' : 'value="me&quot;@"')
    }
    expect(body).not.toContain('"><script>')
    expect(await kept()).toEqual([])
  })

  test('hears a network a few times, then keeps the words on the page', async () => {
    const fields = (n: number) => ({ ...whole, feedbackId: feedbackId.replace('4dd1', `7dd${n}`) })
    for (const n of [2, 3, 4]) await post(fields(n))
    const { statusCode, headers, body } = await post(fields(5))
    expect([statusCode, headers['retry-after']]).toEqual([429, '60'])
    expect(body).toContain('Wait a few minutes and send again.')
    expect(body).toContain('Bigger &lt;b&gt; buttons')
  })

  test('keeps the words when something of ours is broken, and the same form sends them later', async () => {
    await world.sql('alter table feedback rename to feedback_away')
    const { statusCode, body } = await post(whole)
    await world.sql('alter table feedback_away rename to feedback')
    expect(statusCode).toBe(500)
    expect(body).toContain('Your words are still here. Wait a moment and send again.')
    expect(body).toContain('>\nBigger &lt;b&gt; buttons')
    expect(body).toContain(`name="feedbackId" value="${feedbackId}"`)
    expect((await post(whole)).statusCode).toBe(303)
    expect(await kept()).toHaveLength(1)
  })

  test('is not for other sites, takes no other form and no flood of words', async () => {
    for (const origin of ['https://evil.example', 'null']) expect((await post(whole, { origin })).statusCode).toBe(403)
    expect((await post({ ...whole, text: 'x'.repeat(40_000) })).statusCode).toBe(413)
    expect(await kept()).toEqual([])
    const odd = await post({ ...whole, feedbackId: '1; drop', screen: '/messages/kofi', hat: 'carer', __proto__: 'x' })
    expect(odd.statusCode).toBe(303)
    expect(await kept()).toMatchObject([{ screen: null, hat: null }])
  })

  test('knows which public page led there, and no more of its address', async () => {
    const from = async (referer: string) =>
      /name="screen" value="(.*?)"/.exec((await get('/feedback', { referer })).body)?.[1]
    expect(await from('http://localhost:8080/tips?words=debt')).toBe('/tips')
    expect(await from('http://localhost:8080/tips/after-a-loss')).toBe('/tips/:slug')
    expect(await from('http://localhost:8080/diary/019d8e39')).toBeUndefined()
    expect(await from('nonsense')).toBeUndefined()
  })

  test('makes way for the app where somebody is signed in, and takes their form with nothing of them', async () => {
    const { cookie } = await world.as('kofi')
    expect((await get('/feedback', { cookie })).body).not.toContain('Tell us what you think of Weft')
    await post(whole, { cookie })
    expect(await kept()).toMatchObject([{ hat: null, email: null }])
  })

  test('says all of it in Welsh', async () => {
    expect((await get('/feedback?language=cy')).body).toContain(feedbackWords.cy.care)
    expect(Object.keys(feedbackWords.cy.wrong)).toEqual(Object.keys(feedbackWords.en.wrong))
  })
})
