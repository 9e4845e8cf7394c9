import { type Browser, type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test'
import { appOf, type Hat, type Session } from '@weft/contract/people/shapes.ts'
import { ask } from './control.ts'
import { desktop, phone } from './screens.ts'
import { startStage } from './stage.ts'

/** Somebody at a device of their own, or a device with nobody signed in. */
export interface Device {
  page: Page
  /** Another tab of the same device. */
  openTab(): Promise<Page>
}

export interface Actor extends Device {
  session: Session
  /** Calls an operation as this actor, past the screens: to arrange, never to prove. */
  act<T = unknown>(operation: string, input: object): Promise<T>
}

interface Stagehands {
  /** A device with nobody signed in. */
  visit(options?: BrowserContextOptions): Promise<Device>
  /** Somebody already signed in on a device of their own: a phone for people and carers, a desk for staff. */
  enter(email: string, hat: Hat, options?: BrowserContextOptions): Promise<Actor>
}

/** Playwright's `test` on a stage that its worker's files share and no other worker sees or hears. Devices are put away after each test; a page that broke, or asked for what its content policy forbids, fails it. */
export const test = base.extend<Stagehands & { devices: Devices }, { stage: undefined }>({
  stage: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
    async ({}, use) => {
      const town = process.env.E2E_TOWN
      if (!town) return use(undefined)
      const stage = await startStage(JSON.parse(town))
      process.env.E2E_URL = stage.url
      process.env.E2E_CONTROL = stage.controlUrl
      await use(undefined)
      await stage.stop()
    },
    { scope: 'worker', auto: true, timeout: 60_000 },
  ],
  devices: async ({ browser }, use) => {
    const devices = new Devices(browser)
    await use(devices)
    await devices.close()
    expect(devices.broken, 'errors in pages').toEqual([])
  },
  visit: async ({ devices }, use) => use((options) => devices.open({ ...phone, ...options })),
  enter: async ({ devices }, use) =>
    use(async (email, hat, options) => {
      const app = appOf(hat)
      const { session, token } = await ask('session', { email, hat, app })
      const device = await devices.open({ ...(app === 'staff' ? desktop : phone), ...options })
      // Only the origin itself can give a browser a `__Host-` cookie.
      await device.page.goto(`/stage/enter?app=${app}&token=${token}`)
      const act = <T>(operation: string, input: object) => ask('act', { operation, input, session }) as Promise<T>
      return { ...device, session, act }
    }),
})

class Devices {
  readonly broken: string[] = []
  readonly #browser: Browser
  readonly #closers: (() => Promise<void>)[] = []

  constructor(browser: Browser) {
    this.#browser = browser
  }

  async open(options: BrowserContextOptions): Promise<Device> {
    const context = await this.#browser.newContext({ baseURL: process.env.E2E_URL, ...options })
    this.#closers.push(() => context.close())
    await context.clock.install({ time: new Date((await ask('now')).at) })
    context.on('page', (page) => {
      page.on('pageerror', ({ name, message, stack }) => this.broken.push(`${name}: ${message}\n${stack}`))
      page.on('console', (message) => {
        if (message.type() === 'error' && /Content Security Policy/.test(message.text()))
          this.broken.push(message.text())
      })
    })
    return { page: await context.newPage(), openTab: () => context.newPage() }
  }

  async close(): Promise<void> {
    for (const close of this.#closers) await close()
  }
}

export { expect }
