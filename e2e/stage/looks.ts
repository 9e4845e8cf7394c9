import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** 48 px for people and carers, 24 for staff (experience.md 2.2). */
export const leastTargetPx = { people: 48, staff: 24 }

/** Whatever fades or slides in has done so: what is measured on its way is not what is there. */
export async function untilStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {})))
  })
}

const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What axe finds against WCAG 2.2 AA, a line each; `rules` narrows it. */
export async function violations(page: Page, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode()
  const { violations: found } = await (rules ? axe.withRules(rules) : axe.withTags(standard)).analyze()
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
  )
}

/** By how many pixels the page is wider than its window. */
export const sidewaysPx = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** What stands on the page as its title: exactly one is right. */
export const titles = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('h1')].filter((each) => each.checkVisibility()).map((each) => each.textContent ?? ''),
  )

/** Controls under `least` either way. A tick or choice is as large as its label; a link inside a sentence as its line (WCAG 2.5.8). */
export function smallTargets(page: Page, least: number): Promise<string[]> {
  return page.evaluate((leastPx) => {
    const controls = document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary')
    return [...controls].flatMap((control) => {
      const isTick = control.matches('[type=checkbox], [type=radio]')
      const target = (isTick && (control as HTMLInputElement).labels?.[0]) || control
      const { width, height } = target.getBoundingClientRect()
      const isShown =
        control.checkVisibility({ visibilityProperty: true }) && !control.matches('.visually-hidden, [readonly]')
      const isInSentence = control.matches('p a')
      if (!isShown || isInSentence || (width >= leastPx - 0.5 && height >= leastPx - 0.5)) return []
      const name = control.getAttribute('aria-label') || control.textContent || control.id || control.tagName
      return [`target: “${name}” is ${Math.round(width)} by ${Math.round(height)}`]
    })
  }, least)
}
