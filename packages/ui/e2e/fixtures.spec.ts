import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { type Served, serveFixtures } from './serve-fixtures.ts'

const apps = ['people', 'staff'] as const
const leastTargetPx = { people: 48, staff: 24 }

let served: Served
test.beforeAll(async () => {
  served = await serveFixtures()
})
test.afterAll(() => served.close())

type Look = Record<string, string>

async function listFixtures(page: Page, look: Look): Promise<string[]> {
  await page.goto(`${served.address}#?${new URLSearchParams(look)}`)
  const links = page.locator('.fx-state > h3 > a')
  await expect(links).not.toHaveCount(0)
  const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  expect(new Set(hrefs).size, 'two states of a piece share an address').toBe(hrefs.length)
  return hrefs
}

async function open(page: Page, href: string) {
  await page.goto(served.address + href)
  await page.locator('[data-fixture]').waitFor({ state: 'attached' })
  // Whatever fades in has done so: a colour measured on its way is not the colour.
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)))
}

for (const app of apps) {
  for (const theme of ['light', 'dark']) {
    test(`every state is accessible: ${app}, ${theme}`, async ({ page }) => {
      test.setTimeout(300_000)
      const found: string[] = []
      for (const href of await listFixtures(page, { app, theme })) {
        await open(page, href)
        const axe = new AxeBuilder({ page }).setLegacyMode()
        // Dark differs from light in its colours alone.
        const { violations } = await (theme === 'dark' ? axe.withRules('color-contrast') : axe).analyze()
        for (const { id, nodes } of violations) {
          for (const node of nodes) found.push(`${href}: ${id}: ${node.target} ${node.failureSummary}`)
        }
      }
      expect(found).toEqual([])
    })
  }

  test(`every target is large enough: ${app}`, async ({ page }) => {
    test.setTimeout(120_000)
    const small: string[] = []
    for (const href of await listFixtures(page, { app })) {
      await open(page, href)
      for (const { name, width, height } of await targetsUnder(page, leastTargetPx[app])) {
        small.push(`${href}: “${name}” is ${width} by ${height}`)
      }
    }
    expect(small).toEqual([])
  })

  for (const dir of ['ltr', 'rtl']) {
    test(`nothing is cut off at 320 px and 200 % text: ${app}, ${dir}`, async ({ page }) => {
      test.setTimeout(120_000)
      const hrefs = await listFixtures(page, { app, dir, text: '200' })
      await page.setViewportSize({ width: 320, height: 640 })
      const wide: string[] = []
      for (const href of hrefs) {
        await open(page, href)
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        if (over > 0) wide.push(`${href}: ${over} px too wide`)
      }
      expect(wide).toEqual([])
    })
  }
}

/** Controls smaller than `least` both ways round; a link inside a sentence is as high as its line (WCAG 2.5.8, inline). */
function targetsUnder(page: Page, least: number) {
  return page.evaluate((leastPx) => {
    const controls = document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary')
    return [...controls].flatMap((control) => {
      const { width, height } = control.getBoundingClientRect()
      const isShown = control.checkVisibility({ visibilityProperty: true }) && !control.matches('.visually-hidden')
      const isInSentence = control.matches('p a')
      if (!isShown || isInSentence || (width >= leastPx - 0.5 && height >= leastPx - 0.5)) return []
      return [{ name: control.textContent || control.id, width: Math.round(width), height: Math.round(height) }]
    })
  }, least)
}
