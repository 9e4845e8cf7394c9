import { expect, type Page, test } from '@playwright/test'
import { bringLooks, leastTargetPx, type WithLooks } from './looks.ts'
import { type Served, serveFixtures } from './serve-fixtures.ts'

const apps = ['people', 'staff'] as const

let served: Served
test.beforeAll(async () => {
  served = await serveFixtures()
})
test.afterAll(() => served.close())

/** The page that shows one state after the other without being loaded again, and the addresses of its states. */
async function openFixtures(page: Page, look: Record<string, string>): Promise<string[]> {
  await page.goto(`${served.address}#?${new URLSearchParams(look)}`)
  const links = page.locator('.fx-state > h3 > a')
  await expect(links).not.toHaveCount(0)
  const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  expect(new Set(hrefs).size, 'two states of a piece share an address').toBe(hrefs.length)
  await bringLooks(page)
  await page.evaluate(() => {
    /** Answers once the state stands there and has settled; throws when it never does. */
    const show = async (href: string) => {
      location.hash = href
      const id = href.slice(1).split('?')[0] as string
      const isShown = () => document.querySelector('[data-fixture]')?.getAttribute('data-fixture') === id
      for (let tries = 0; !isShown(); tries += 1) {
        if (tries === 1_000) throw new Error(`${href} is never drawn`)
        await new Promise((resolve) => setTimeout(resolve))
      }
      // What measures itself once it stands there has done so after the next frame.
      await new Promise(requestAnimationFrame)
      await (globalThis as unknown as WithLooks).looks.untilStill()
    }
    Object.assign(globalThis, { show })
  })
  return hrefs
}

type WithShow = WithLooks & { show(href: string): Promise<void> }

for (const app of apps) {
  test(`every state is accessible in light and dark, and its targets are large enough: ${app}`, async ({ page }) => {
    test.setTimeout(180_000)
    const hrefs = await openFixtures(page, { app, theme: 'light' })
    const found = await page.evaluate(
      async ({ hrefs, least }) => {
        const { looks, show } = globalThis as unknown as WithShow
        const all: string[] = []
        for (const href of hrefs) {
          await show(href)
          const lines = [...(await looks.violations('all')), ...looks.smallTargets(least)]
          // Dark differs from light in its colours alone.
          document.documentElement.dataset.theme = 'dark'
          await looks.untilStill()
          lines.push(...(await looks.violations(['color-contrast'])).map((line) => `dark: ${line}`))
          document.documentElement.dataset.theme = 'light'
          all.push(...lines.map((line) => `${href}: ${line}`))
        }
        return all
      },
      { hrefs, least: leastTargetPx[app] },
    )
    expect(found).toEqual([])
  })

  for (const dir of ['ltr', 'rtl']) {
    test(`nothing is cut off at 320 px and 200 % text: ${app}, ${dir}`, async ({ page }) => {
      test.setTimeout(120_000)
      await page.setViewportSize({ width: 320, height: 640 })
      const hrefs = await openFixtures(page, { app, dir, text: '200' })
      const wide = await page.evaluate(async (hrefs) => {
        const { looks, show } = globalThis as unknown as WithShow
        const all: string[] = []
        for (const href of hrefs) {
          await show(href)
          const over = looks.sidewaysPx()
          if (over > 0) all.push(`${href}: ${over} px too wide`)
        }
        return all
      }, hrefs)
      expect(wide).toEqual([])
    })
  }
}
