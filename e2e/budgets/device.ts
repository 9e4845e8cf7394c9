import type { Browser, BrowserContext, BrowserContextOptions, CDPSession, Page } from '@playwright/test'
import { appOf, type Hat } from '@weft/contract/people/shapes.ts'
import { ask } from '../stage/control.ts'
import { desktop, phone } from '../stage/screens.ts'
import { watch } from './watch.ts'

/** A device and its network, as experience.md 6 names them. */
export interface Profile {
  /** How many times slower than this machine. */
  cpu: number
  /** Kilobits a second; without it, this machine's own. */
  down?: number
  roundTripMs?: number
}
export const profiles = {
  phone: { cpu: 4, down: 1_600, roundTripMs: 150 },
  poor: { cpu: 6, down: 400, roundTripMs: 400 },
  office: { cpu: 2, down: 10_000, roundTripMs: 40 },
} satisfies Record<string, Profile>

export interface Who {
  email: string
  hat: Hat
}
export const kofi: Who = { email: 'kofi@demo.example', hat: 'patient' }
export const sam: Who = { email: 'sam@demo.example', hat: 'practitioner' }
export const nia: Who = { email: 'nia@demo.example', hat: 'coordinator' }

export const rounds = 5

export interface Device {
  context: BrowserContext
  page: Page
  cdp: CDPSession
  /** From now on this fast; `undefined` is this machine. */
  be(profile: Profile | undefined): Promise<void>
}

/** Does `work` on a device where somebody is signed in and where nothing of the apps has been yet. */
export async function onDevice<T>(
  browser: Browser,
  who: Who,
  work: (device: Device) => Promise<T>,
  options: BrowserContextOptions = {},
): Promise<T> {
  const app = appOf(who.hat)
  const { token } = await ask('session', { ...who, app })
  const context = await browser.newContext({
    baseURL: process.env.E2E_URL,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    ...(app === 'staff' ? desktop : phone),
    ...options,
  })
  try {
    await context.addInitScript(wearDate, Date.parse((await ask('now')).at) - Date.now())
    await context.addInitScript(watch)
    const page = await context.newPage()
    await page.goto(`/stage/enter?app=${app}&token=${token}`)
    const cdp = await context.newCDPSession(page)
    await cdp.send('Network.enable')
    return await work({ context, page, cdp, be: (profile) => slowDown(cdp, profile) })
  } finally {
    await context.close()
  }
}

async function slowDown(cdp: CDPSession, { cpu, down, roundTripMs = 0 }: Profile = { cpu: 1 }): Promise<void> {
  const bytesPerSecond = down === undefined ? -1 : (down * 1000) / 8
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: roundTripMs,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  })
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpu })
}

/** The town's date in the page. Timers stay the browser's own: what they cost is what is measured. */
function wearDate(aheadMs: number): void {
  const Real = Date
  globalThis.Date = class extends Real {
    constructor(...given: [number]) {
      if (given.length > 0) super(...given)
      else super(Real.now() + aheadMs)
    }
    static override now(): number {
      return Real.now() + aheadMs
    }
  } as DateConstructor
}
