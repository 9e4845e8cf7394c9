import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import type { Browser, CDPSession, Page } from '@playwright/test'
import { appOf, type Hat } from '@weft/contract/people/shapes.ts'
import { median } from '../bench/load/tally.ts'
import { atMost, type Row } from '../bench/row.ts'
import { launchBrowser } from '../tools/browser.mjs'
import { ask } from './stage/control.ts'
import { desktop, phone } from './stage/screens.ts'
import { startStage } from './stage/stage.ts'

// npm run budgets [-- --json]
//
// Page weight and speed of both apps in a real browser, on the budgets of experience.md 6. Weights decide the exit code: they are the same on
// any machine. Times are medians of five on this machine, and reported.

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } })
const root = join(import.meta.dirname, '..')
const kilobyte = 1024

interface Profile {
  cpu: number
  /** Kilobits a second. */
  down: number
  roundTripMs: number
}
const profiles = {
  phone: { cpu: 4, down: 1_600, roundTripMs: 150 },
  poor: { cpu: 6, down: 400, roundTripMs: 400 },
  office: { cpu: 2, down: 10_000, roundTripMs: 40 },
} satisfies Record<string, Profile>

interface Look {
  /** Paths that the page loaded, in order, and when each was asked for. Milliseconds. */
  loaded: { path: string; at: number }[]
  /** First and largest contentful paint. Milliseconds. */
  paintedAt: number
  lcp: number
  cls: number
}

const stage = await startStage()
process.env.E2E_URL = stage.url
process.env.E2E_CONTROL = stage.controlUrl
const browser = (await launchBrowser()) as Browser
const rows: Row[] = []
try {
  rows.push(...(await weights()), ...(await times()))
} finally {
  await browser.close()
  await stage.stop()
}
print(rows)
const heavy = rows.filter((row) => row.unit === 'KB' && !row.met)
process.exit(heavy.length > 0 ? 1 : 0)

async function weights(): Promise<Row[]> {
  const people = await visit('mobile-pwa', '/today', 'kofi@demo.example', 'patient')
  const staff = await visit('web', '/staff/inbox', 'sam@demo.example', 'practitioner')
  const help = sizeOf('mobile-pwa', '/help.html') + sizeOf('mobile-pwa', '/help.css')
  return [
    ...weightsOf('mobile-pwa', people, { all: 170, js: 120, chunk: 35, css: 15 }),
    ...weightsOf('web', staff, { all: 320, js: 200, chunk: 80, css: 22 }),
    atMost('/help, all bytes', 'KB', help / kilobyte, 60),
    atMost('mobile-pwa: precache', 'KB', precached() / kilobyte, 600),
  ]
}

function weightsOf(app: string, look: Look, most: { all: number; js: number; chunk: number; css: number }): Row[] {
  // What is asked for once the content stands is not part of the first load.
  const first = look.loaded.filter((one) => one.at < look.lcp).map((one) => one.path)
  // What is asked for after the first paint, as the socket client is, keeps nobody waiting.
  const initial = look.loaded
    .filter((one) => one.at < look.paintedAt && one.path.endsWith('.js'))
    .map((one) => one.path)
  const sum = (paths: string[]) => paths.reduce((total, path) => total + sizeOf(app, path), 0) / kilobyte
  const later = filesOf(app, '.js').filter((path) => !first.includes(path))
  return [
    atMost(`${app}: first load, all bytes`, 'KB', sum(first), most.all),
    atMost(`${app}: initial JS`, 'KB', sum(initial), most.js),
    atMost(
      `${app}: largest later chunk`,
      'KB',
      Math.max(...later.map((path) => sizeOf(app, path))) / kilobyte,
      most.chunk,
    ),
    atMost(`${app}: all CSS`, 'KB', sum(filesOf(app, '.css')), most.css),
  ]
}

async function times(): Promise<Row[]> {
  const cold = (app: string, path: string, email: string, hat: Hat, profile: Profile) =>
    five(() => visit(app, path, email, hat, profile))
  const onPhone = await cold('mobile-pwa', '/today', 'kofi@demo.example', 'patient', profiles.phone)
  const onPoor = await cold('mobile-pwa', '/today', 'kofi@demo.example', 'patient', profiles.poor)
  const atDesk = await cold('web', '/staff/inbox', 'sam@demo.example', 'practitioner', profiles.office)
  return [
    atMost('mobile-pwa: LCP cold, phone', 'ms', median(onPhone.map((one) => one.lcp)), 2_500),
    atMost('mobile-pwa: LCP cold, poor', 'ms', median(onPoor.map((one) => one.lcp)), 6_000),
    { ...atMost('mobile-pwa: CLS', 'score', median(onPhone.map((one) => one.cls)), 0.05) },
    atMost('web: LCP cold, office', 'ms', median(atDesk.map((one) => one.lcp)), 2_000),
    { ...atMost('web: CLS', 'score', median(atDesk.map((one) => one.cls)), 0.02) },
  ]
}

async function five<T>(look: () => Promise<T>): Promise<T[]> {
  const all: T[] = []
  for (let n = 0; n < 5; n += 1) all.push(await look())
  return all
}

/** Opens a page on a device that has never been here, signed in, without the service worker. */
async function visit(app: string, path: string, email: string, hat: Hat, profile?: Profile): Promise<Look> {
  const context = await browser.newContext({
    baseURL: stage.url,
    serviceWorkers: 'block',
    ...(app === 'web' ? desktop : phone),
  })
  try {
    const { token } = await ask('session', { email, hat, app: appOf(hat) })
    await context.clock.install({ time: new Date((await ask('now')).at) })
    const page = await context.newPage()
    await page.goto(`/stage/enter?app=${appOf(hat)}&token=${token}`)
    const session = await context.newCDPSession(page)
    if (profile) await slowDown(session, profile)
    await page.addInitScript(observe)
    await page.goto(path)
    await page.waitForLoadState('networkidle')
    return await report(page)
  } finally {
    await context.close()
  }
}

async function slowDown(session: CDPSession, profile: Profile): Promise<void> {
  await session.send('Network.enable')
  await session.send('Network.clearBrowserCache')
  const bytesPerSecond = (profile.down * 1000) / 8
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: profile.roundTripMs,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  })
  await session.send('Emulation.setCPUThrottlingRate', { rate: profile.cpu })
}

interface Observed {
  paintedAt: number
  lcp: number
  cls: number
  loaded: { path: string; at: number }[]
}

/** Runs in the page before anything of ours. */
function observe(): void {
  const seen: Observed = { paintedAt: 0, lcp: 0, cls: 0, loaded: [] }
  ;(globalThis as unknown as { seen: Observed }).seen = seen
  // Asked of an observer: with a page's clock held, `performance.getEntries` is not the browser's own.
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries()) {
      const { origin, pathname } = new URL(name)
      if (origin === location.origin && !pathname.startsWith('/api/'))
        seen.loaded.push({ path: pathname, at: startTime })
    }
  }).observe({ type: 'resource', buffered: true })
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries())
      if (name === 'first-contentful-paint') seen.paintedAt = startTime
  }).observe({ type: 'paint', buffered: true })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.lcp = entry.startTime
  }).observe({ type: 'largest-contentful-paint', buffered: true })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
      if (!entry.hadRecentInput) seen.cls += entry.value
  }).observe({ type: 'layout-shift', buffered: true })
}

function report(page: Page): Promise<Look> {
  return page.evaluate(() => {
    const { paintedAt, lcp, cls, loaded } = (globalThis as unknown as { seen: Observed }).seen
    return { loaded: [{ path: '/index.html', at: 0 }, ...loaded], paintedAt, lcp, cls }
  })
}

/** Bytes of a built file as a phone gets it: compressed where that is worth it. */
function sizeOf(app: string, path: string): number {
  const file = join(root, app, 'dist', path.replace(/^\/staff/, ''))
  if (existsSync(`${file}.gz`)) return statSync(`${file}.gz`).size
  if (!existsSync(file) || statSync(file).isDirectory()) return 0
  return /\.(js|css|html|svg|webmanifest)$/.test(file) ? gzipSync(readFileSync(file)).length : statSync(file).size
}

function filesOf(app: string, ending: string): string[] {
  const prefix = app === 'web' ? '/staff/assets' : '/assets'
  return readdirSync(join(root, app, 'dist/assets'))
    .filter((name) => name.endsWith(ending))
    .map((name) => `${prefix}/${name}`)
}

/** Bytes that the service worker fetches ahead: the files that its list names, as they are sent. */
function precached(): number {
  const worker = readFileSync(join(root, 'mobile-pwa/dist/service-worker.js'), 'utf8')
  const named = [...worker.matchAll(/"?url"?:\s*[`"']([^`"']+)[`"']/g)].map(
    (match) => `/${(match[1] as string).replace(/^\//, '')}`,
  )
  return [...new Set(named)].reduce((total, path) => total + sizeOf('mobile-pwa', path), 0)
}

function print(all: Row[]): void {
  if (values.json) {
    console.log(JSON.stringify({ rows: all }))
    return
  }
  console.log('| what | value | budget | met |\n|---|---|---|---|')
  for (const row of all)
    console.log(`| ${row.name} | ${row.value} ${row.unit} | ${row.goal} | ${row.met ? 'yes' : 'no'} |`)
}
