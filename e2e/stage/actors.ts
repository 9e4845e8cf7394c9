import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, type BrowserContextOptions, expect, type Page } from '@playwright/test'
import { appOf, type Hat, type Session } from '@weft/contract/people/shapes.ts'
import { ask } from './control.ts'

export const phone = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
} satisfies BrowserContextOptions
export const smallPhone = { ...phone, viewport: { width: 360, height: 740 } } satisfies BrowserContextOptions
export const desktop = { viewport: { width: 1440, height: 900 } } satisfies BrowserContextOptions

export interface Actor {
  context: BrowserContext
  page: Page
  session: Session
  /** Calls an operation as this actor, past the screens: to arrange, never to prove. */
  act(operation: string, input: unknown): Promise<unknown>
}

/** Somebody already signed in on a device of their own. */
export async function enter(
  browser: Browser,
  email: string,
  hat: Hat,
  options: BrowserContextOptions = {},
): Promise<Actor> {
  const app = appOf(hat)
  const { session, token } = await ask('session', { email, hat, app })
  const context = await browser.newContext({
    baseURL: process.env.E2E_URL,
    ...(app === 'staff' ? desktop : phone),
    ...options,
  })
  await context.clock.install({ time: new Date((await ask('now')).at) })
  const page = await context.newPage()
  // Only the origin itself can give a browser a `__Host-` cookie.
  await page.goto(`/stage/enter?app=${app}&token=${token}`)
  return { context, page, session, act: (operation, input) => ask('act', { operation, input, session }) }
}

/** Moves the server's clock and the pages' own, which then run on. */
export async function setClock(at: Date, ...pages: Page[]): Promise<void> {
  await ask('clock', { at: at.toISOString() })
  for (const page of pages) await page.clock.setSystemTime(at)
}

/** No violations of WCAG 2.2 AA that a machine can find. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`)).toEqual(
    [],
  )
}

/** Nothing scrolls sideways, whatever the width. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBeLessThanOrEqual(0)
}
