import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'

/** 48 px for people and carers, 24 for staff (experience.md 2.2). */
export const leastTargetPx = { people: 48, staff: 24 }

const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
/** The axe that the Playwright package brings. */
const axe = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js')
const axeSource = readFileSync(axe, 'utf8')

interface Axe {
  run(...within: [options: object] | [context: Element, options: object]): Promise<{
    violations: { id: string; nodes: { target: unknown; element: Element; failureSummary?: string }[] }[]
  }>
}

/** What a page can be asked for in one go, without a question and an answer for each thing looked at. */
export interface Looks {
  /** Whatever fades or slides in has done so: what is measured on its way is not what is there. */
  untilStill(): Promise<void>
  /** What axe finds, a line each: against WCAG 2.2 AA, everything it knows with `all`, or the `rules` named. */
  violations(rules?: string[] | 'all'): Promise<string[]>
  /** Controls under `least` either way. A tick or choice is as large as its label; a link inside a sentence as its line (WCAG 2.5.8). */
  smallTargets(least: number): string[]
  /** By how many pixels the page is wider than its window. */
  sidewaysPx(): number
}

/** Brings `looks` into the page as it stands; a page that is loaded anew needs them anew. */
export async function bringLooks(page: Page): Promise<void> {
  if (await page.evaluate(() => 'looks' in globalThis)) return
  await page.evaluate(axeSource)
  await page.evaluate((tags) => {
    const { axe } = globalThis as unknown as { axe: Axe }
    /** What stands half under a bar just now is as large as it is where a finger would bring it. */
    const isLargeEnoughInView = async (element: Element) => {
      const { scrollX, scrollY } = globalThis
      element.scrollIntoView({ block: 'center', behavior: 'instant' })
      const rule = { type: 'rule', values: ['target-size'] }
      const { violations } = await axe.run(element, { resultTypes: ['violations'], runOnly: rule })
      globalThis.scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' })
      return violations.length === 0
    }
    const looks: Looks = {
      async untilStill() {
        await document.fonts.ready
        await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {})))
      },
      async violations(rules) {
        const runOnly =
          rules === 'all' ? {} : { runOnly: rules ? { type: 'rule', values: rules } : { type: 'tag', values: tags } }
        const { violations } = await axe.run({ resultTypes: ['violations'], elementRef: true, ...runOnly })
        const found: string[] = []
        for (const { id, nodes } of violations) {
          for (const { target, element, failureSummary } of nodes) {
            if (id === 'target-size' && (await isLargeEnoughInView(element))) continue
            found.push(`${id}: ${target} ${failureSummary}`)
          }
        }
        return found
      },
      smallTargets(least) {
        const controls = document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary')
        return [...controls].flatMap((control) => {
          const isTick = control.matches('[type=checkbox], [type=radio]')
          const target = (isTick && (control as HTMLInputElement).labels?.[0]) || control
          const { width, height } = target.getBoundingClientRect()
          const isShown =
            control.checkVisibility({ visibilityProperty: true }) && !control.matches('.visually-hidden, [readonly]')
          const isInSentence = control.matches('p a')
          if (!isShown || isInSentence || (width >= least - 0.5 && height >= least - 0.5)) return []
          const name = control.getAttribute('aria-label') || control.textContent || control.id || control.tagName
          return [`target: “${name}” is ${Math.round(width)} by ${Math.round(height)}`]
        })
      },
      sidewaysPx: () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    }
    Object.assign(globalThis, { looks })
  }, standard)
}

/** The looks that were brought: for use inside `page.evaluate`, where nothing of this file exists. */
export type WithLooks = { looks: Looks }
