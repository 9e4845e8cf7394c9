import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { keepLanguages, keptLanguage, splitLanguages } from './service-worker-languages.ts'

/** The device's caches as far as they are used here, and the network behind them. */
function fakeCaches() {
  const stored = new Map<string, Response>()
  const fetched: string[] = []
  const whole = (path: string) => new URL(path, 'https://weft.test').href
  const cache = {
    keys: async () => [...stored.keys()].map((url) => ({ url })),
    match: async (path: string) => stored.get(whole(path)),
    delete: async (url: string) => stored.delete(url),
    add: async (path: string) => {
      fetched.push(path)
      stored.set(whole(path), new Response(path))
    },
  }
  vi.stubGlobal('caches', { has: async () => true, open: async () => cache })
  return { stored, fetched, put: (path: string) => stored.set(whole(path), new Response(path)) }
}

const entries = [
  { url: 'assets/core-AAAAAAAA.js', revision: null },
  { url: 'assets/words-cy-BBBBBBBB.js', revision: null },
  { url: 'assets/words-cy-more-CCCCCCCC.js', revision: null },
  { url: 'assets/words-fa-DDDDDDDD.js', revision: null },
]
const { everywhere, languages } = splitLanguages(entries)

type Listener = (event: { data?: unknown; waitUntil: (work: Promise<unknown>) => void }) => void
let worker: { hear(name: string, data?: unknown): Promise<unknown> }
let device: ReturnType<typeof fakeCaches>

beforeEach(() => {
  device = fakeCaches()
  const listeners = new Map<string, Listener>()
  keepLanguages({ addEventListener: (name: string, act: Listener) => listeners.set(name, act) } as never, languages)
  worker = {
    hear(name, data) {
      let work: Promise<unknown> = Promise.resolve()
      listeners.get(name)?.({ data, waitUntil: (given) => (work = given) })
      return work
    },
  }
})
afterEach(() => vi.unstubAllGlobals())

it('what every device keeps is English and the app alone', () => {
  expect(everywhere.map(({ url }) => url)).toEqual(['assets/core-AAAAAAAA.js'])
  expect(languages).toHaveLength(3)
})

it('the language chosen is kept whole, and no other', async () => {
  await worker.hear('message', { keepLanguage: 'fa' })
  await worker.hear('message', { keepLanguage: 'cy' })
  expect(await (await keptLanguage('/assets/words-cy-more-CCCCCCCC.js'))?.text()).toContain('words-cy-more')
  expect(await keptLanguage('/assets/words-fa-DDDDDDDD.js')).toBeUndefined()
})

it('English needs nothing, and a message of another kind keeps nothing', async () => {
  await worker.hear('message', { keepLanguage: 'en' })
  await worker.hear('message', 'take-over')
  expect(device.fetched).toEqual([])
})

it('a new version brings the language this device speaks before it takes over, and drops the old files with the next choice', async () => {
  device.put('/assets/words-cy-00000000.js')
  await worker.hear('install')
  expect(device.fetched).toEqual(['/assets/words-cy-BBBBBBBB.js', '/assets/words-cy-more-CCCCCCCC.js'])
  await worker.hear('message', { keepLanguage: 'cy' })
  expect([...device.stored.keys()].some((url) => url.includes('00000000'))).toBe(false)
})
