import type { Locator, Page } from '@playwright/test'
import { goOffline } from '../stage/device.ts'
import { sidewaysPx, smallTargets, untilStill, violations } from '../stage/looks.ts'
import { expect, test } from '../stage/test.ts'

/** What is wrong with a page as it stands, and on the smallest phone with text twice as large. */
async function faults(page: Page, what: string): Promise<string[]> {
  await untilStill(page)
  const found = [...(await violations(page)), ...(await smallTargets(page, 'people'))]
  return [...found.map((line) => `${what}: ${line}`), ...(await tooWide(page, what))]
}

async function tooWide(page: Page, what: string): Promise<string[]> {
  const size = page.viewportSize() ?? { width: 390, height: 844 }
  await page.setViewportSize({ width: 320, height: size.height })
  await page.evaluate(() => document.documentElement.style.setProperty('--text-scale', '2'))
  const over = await sidewaysPx(page)
  await page.evaluate(() => document.documentElement.style.removeProperty('--text-scale'))
  await page.setViewportSize(size)
  return over > 0 ? [`${what}: ${over} px too wide at 320 px with text twice as large`] : []
}

/** How far from the left edge of the window these figures of a line stand. */
const placeOf = (line: Locator, figures: string): Promise<number> =>
  line.evaluate((element, looked) => {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    while (!texts.nextNode()?.textContent?.includes(looked));
    const range = document.createRange()
    range.setStart(texts.currentNode, texts.currentNode.textContent?.indexOf(looked) ?? 0)
    range.setEnd(texts.currentNode, range.startOffset + looked.length)
    return range.getBoundingClientRect().left
  }, figures)

/** Read from the right: what to ring comes first, what to choose then comes after it. */
async function readsInOrder(line: Locator): Promise<void> {
  await expect(line).toBeVisible()
  expect(await placeOf(line, '111')).toBeGreaterThan(await placeOf(line, '2'))
}

/** Chosen at the door, where nobody is signed in. */
async function choose(page: Page, name: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByRole('main').getByRole('button', { name }).click()
}

test('the doors and Get help now in Farsi run from right to left, with numbers as a keypad shows them', async ({
  visit,
}) => {
  const { page } = await visit()
  await choose(page, 'فارسی')
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  const found = await faults(page, 'signing in')
  for (const [place, title] of [
    ['/sign-in/code', 'ورود با کد'],
    ['/sign-in/new-password', 'گذرواژهٔ تازه بسازید'],
    ['/join/1', 'ثبت‌نام'],
  ] as const) {
    await page.goto(place)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
    found.push(...(await faults(page, place)))
  }
  await page.getByRole('link', { name: 'همین حالا کمک بگیرید' }).click()
  const samaritans = page
    .getByRole('dialog')
    .getByRole('link', { name: /116.123/ })
    .first()
  await expect(samaritans).toHaveAttribute('href', 'tel:116123')
  await readsInOrder(page.getByRole('dialog').locator('a[href="tel:111"]').first())
  found.push(...(await faults(page, 'Get help now')))
  await page.goto('/help-fa.html')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('همین حالا کمک بگیرید')
  await readsInOrder(page.locator('a[href="tel:111"]').first())
  found.push(...(await faults(page, 'the plain page')))
  expect(found).toEqual([])
})

test('the language chosen is there again with no internet', async ({ visit }) => {
  const { page } = await visit()
  await choose(page, 'Cymraeg')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mewngofnodi')
  await expect
    .poll(() => page.evaluate(async () => (await (await caches.open('weft-languages')).keys()).length))
    .toBe(2)
  await goOffline(page)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mewngofnodi')
  await page.goto('/help-cy.html')
  await expect(page.getByRole('link', { name: /Y Samariaid/ }).first()).toBeVisible()
})

test('longer Welsh words fit the smallest phone', async ({ enter }) => {
  test.setTimeout(120_000)
  const { page, act } = await enter('kofi@demo.example', 'patient')
  await act('settings.change', { language: 'cy' })
  const found: string[] = []
  for (const [place, title] of [
    ['/today', 'Heddiw'],
    ['/messages', 'Negeseuon'],
    ['/track', 'Cofnodi'],
    ['/goals', 'Nodau'],
    ['/plan', 'Cynllun'],
    ['/plan/safety', 'Fy nghynllun diogelwch'],
    ['/diary', 'Dyddiadur'],
    ['/privacy', 'Preifatrwydd'],
    ['/settings', 'Gosodiadau'],
  ] as const) {
    await page.goto(place)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
    await expect(page.locator('[aria-busy=true]:visible')).toHaveCount(0)
    await untilStill(page)
    found.push(...(await tooWide(page, place)))
  }
  await act('settings.change', { language: 'en' })
  expect(found).toEqual([])
})
