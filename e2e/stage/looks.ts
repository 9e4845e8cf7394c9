import type { Page } from '@playwright/test'
import { bringLooks, leastTargetPx, type WithLooks } from '../../packages/ui/e2e/looks.ts'

export type AppLooked = keyof typeof leastTargetPx

/** Whatever fades or slides in has done so. */
export async function untilStill(page: Page): Promise<void> {
  await bringLooks(page)
  await page.evaluate(() => (globalThis as unknown as WithLooks).looks.untilStill())
}

/** What axe finds against WCAG 2.2 AA, a line each; `rules` narrows it. */
export async function violations(page: Page, rules?: string[]): Promise<string[]> {
  await bringLooks(page)
  return page.evaluate((only) => (globalThis as unknown as WithLooks).looks.violations(only), rules)
}

/** Controls too small for fingers in the people's app, for a mouse in the portal. */
export async function smallTargets(page: Page, app: AppLooked): Promise<string[]> {
  await bringLooks(page)
  return page.evaluate((least) => (globalThis as unknown as WithLooks).looks.smallTargets(least), leastTargetPx[app])
}

/** By how many pixels the page is wider than its window. */
export async function sidewaysPx(page: Page): Promise<number> {
  await bringLooks(page)
  return page.evaluate(() => (globalThis as unknown as WithLooks).looks.sidewaysPx())
}

/** What stands on the page as its title: exactly one is right. */
export const titles = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('h1')].filter((each) => each.checkVisibility()).map((each) => each.textContent ?? ''),
  )
