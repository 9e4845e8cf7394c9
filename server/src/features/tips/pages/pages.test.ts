import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addTip } from '../../../../test/tips.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import { pageWords } from './words.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld({ operationLimits: { 'tip.rate': [{ by: 'address', burst: 3, perMinute: 1 }] } })
  await addTip(world, { slug: 'walk-more', title: 'Walk more', fiveWays: ['be_active'], body: '## Why\n\n**Air**.' })
  await addTip(world, { slug: 'ring-a-friend', title: 'Ring a friend <b>&"', fiveWays: ['connect'] })
  await addTip(world, { slug: 'a-story', title: 'How I slept again', kind: 'story', ageBand: 'over_65' })
  await addTip(world, { slug: 'mynd-am-dro', title: 'Mynd am dro', language: 'cy' })
  await addTip(world, { slug: 'farsi', title: 'خواب', language: 'fa' })
  await addTip(world, { slug: 'late', title: 'An old one', reviewBy: '2026-04-14' })
  await addTip(world, { slug: 'gone', title: 'Gone', retired: true })
  await addTip(world, { slug: 'unwritten', title: 'Unwritten', draft: true })
})
afterAll(() => world.close())

const get = (url: string, headers: Record<string, string> = {}) => world.inject({ method: 'GET', url, headers })
const post = (url: string, payload: string, headers: Record<string, string> = {}) =>
  world.inject({
    method: 'POST',
    url,
    payload,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  })

describe('the public pages', () => {
  test('give tips, one story and the ways in to whoever has no session, and set nothing', async () => {
    const { statusCode, headers, body } = await get('/')
    expect(statusCode).toBe(200)
    for (const words of ['Walk more', 'How I slept again', 'Sign up, it&#39;s free', 'href="/sign-in"', 'href="/help"'])
      expect(body).toContain(words)
    expect(headers['set-cookie']).toBeUndefined()
    expect(headers['content-security-policy']).toContain("script-src 'self'")
    expect(body).not.toMatch(/<script(?! src="\/tips\.js" type="module")|style=| on\w+=/)
  })

  test.each(['/', '/tips', '/tips/walk-more', '/tips/gone', '/about'])('%s is the same bytes twice', async (path) => {
    expect((await get(path)).body).toBe((await get(path)).body)
  })

  test('say how many there are, and the exact words when there is none', async () => {
    const { body } = await get('/tips?words=walk')
    expect(body).toContain('<p class="found" role="status">1 tip for ‘walk’</p>')
    // The browser's history keeps titles.
    expect(/<title>(.*)<\/title>/.exec(body)?.[1]).toBe('Tips – Weft')
    expect(body).not.toContain('Ring a friend')
    const none = 'No tips for ‘&lt;script&gt;’. Try fewer words, or choose a topic.'
    expect((await get('/tips?words=%3Cscript%3E')).body).toContain(`<p class="found" role="status">${none}</p>`)
    expect((await get('/tips?way=be_active')).body).toContain('1 tip</p>')
    // Searching goes on in what was chosen.
    expect((await get('/tips?way=be_active')).body).toContain('<input type="hidden" name="way" value="be_active">')
  })

  test('take a filter that does not exist, twice or hostile, for none', async () => {
    for (const query of [
      'way=nope',
      'way=connect&way=give',
      'topic[]=x',
      'words=a&words=b',
      `words=${'x'.repeat(500)}`,
    ])
      expect((await get(`/tips?${query}`)).statusCode).toBe(200)
  })

  test('speak Welsh, and show Welsh tips, when asked', async () => {
    const { body } = await get('/tips?language=cy')
    expect(body).toContain('<html lang="cy"')
    expect(body).toContain('Mynd am dro')
    expect(body).not.toContain('Walk more')
    expect((await get('/tips/mynd-am-dro')).body).toContain('<html lang="cy"')
    expect(Object.keys(pageWords.cy)).toEqual(Object.keys(pageWords.en))
  })

  test('show a tip with its source, its day and its words as markup of ours alone', async () => {
    const { body } = await get('/tips/walk-more')
    for (const words of ['<h2>Why</h2><p><strong>Air</strong>.</p>', 'Checked on 15 April 2026', 'Was this helpful?'])
      expect(body).toContain(words)
    expect(body).toContain('<p class="card__meta">2 minutes to read</p>')
    const forSome = '<p class="card__meta">A story · For over 65s · 2 minutes to read</p>'
    for (const path of ['/tips', '/tips/a-story']) expect((await get(path)).body).toContain(forSome)
    expect((await get('/tips/ring-a-friend')).body).toContain('<h1>Ring a friend &lt;b&gt;&amp;&quot;</h1>')
    expect((await get('/tips/farsi')).body).toContain('<h1 lang="fa" dir="rtl">')
  })

  test('keep what is late for its review at its address, out of lists, and say so', async () => {
    expect((await get('/tips')).body).not.toContain('An old one')
    const { body } = await get('/tips/late')
    expect(body).toContain('We are checking this tip again.')
    expect(body).toContain('<meta name="robots" content="noindex">')
  })

  test('answer what was taken down, is being written, never was or cannot be with one and the same page', async () => {
    const [first, ...others] = await Promise.all(
      ['gone', 'unwritten', 'never-was', 'NOT%20a%20slug', '..%2Fhelp'].map((slug) => get(`/tips/${slug}`)),
    )
    expect(first?.statusCode).toBe(404)
    for (const other of others) expect([other.statusCode, other.body]).toEqual([404, first?.body])
  })

  test('are asked for again each time, and not sent twice', async () => {
    const { headers } = await get('/tips')
    expect(headers).toMatchObject({ 'cache-control': 'no-cache', vary: 'Cookie' })
    const again = await get('/tips', { 'if-none-match': String(headers.etag) })
    expect([again.statusCode, again.body]).toEqual([304, ''])
  })

  test('make way for the app where somebody is signed in', async () => {
    for (const path of ['/', '/tips', '/tips/walk-more'])
      expect((await get(path, { cookie: '__Host-weft_people=x' })).body).not.toContain('Walk more')
  })
})

describe('“Was this helpful?”', () => {
  const counted = () =>
    world.sql(
      `select helped, not_helped from content_rating r join content c on c.id = r.content_id where slug = 'walk-more'`,
    )

  test('is counted, thanked for, and no more than a few times from one place', async () => {
    const said = await post('/tips/walk-more/helpful', 'helpful=yes', { origin: 'http://localhost:8080' })
    expect([said.statusCode, said.headers.location]).toEqual([303, '/tips/walk-more?thanks=1#helpful'])
    expect((await get('/tips/walk-more?thanks=1')).body).toContain('Thank you.')
    await post('/tips/walk-more/helpful', 'helpful=no')
    await post('/tips/gone/helpful', 'helpful=yes')
    const many = await post('/tips/walk-more/helpful', 'helpful=yes')
    expect([many.statusCode, many.headers['content-type']]).toEqual([429, 'text/html; charset=utf-8'])
    expect(await counted()).toEqual([{ helped: 1, not_helped: 1 }])
  })

  test('is not asked by another site, and not answered with anything else', async () => {
    expect((await post('/tips/walk-more/helpful', 'helpful=yes', { origin: 'https://evil.example' })).statusCode).toBe(
      403,
    )
    expect((await post('/tips/walk-more/helpful', 'helpful=yes', { origin: 'null' })).statusCode).toBe(403)
    expect((await post('/tips/walk-more/helpful', 'helpful=perhaps')).statusCode).toBe(400)
    expect((await post('/tips/walk-more/helpful', `helpful=${'y'.repeat(2_000)}`)).statusCode).toBe(413)
    expect((await get('/tips/walk-more')).headers['referrer-policy']).toBe('same-origin')
  })
})
