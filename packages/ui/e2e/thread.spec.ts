import { expect, type Page, test } from '@playwright/test'
import { type Served, serveFixtures } from './serve-fixtures.ts'

let served: Served
test.beforeAll(async () => {
  served = await serveFixtures()
})
test.afterAll(() => served.close())
test.use({ viewport: { width: 390, height: 780 } })

const log = (page: Page) => page.getByRole('log')
const fromEnd = (page: Page) => log(page).evaluate((element) => element.scrollTop)

/** The letters are there before the thread: lines that end elsewhere a moment later are not what is looked at here. */
async function open(page: Page, state: string) {
  await page.goto(`${served.address}#button`)
  await page.locator('.fx-state').first().waitFor()
  await page.evaluate(async () => {
    const { fontFamily } = getComputedStyle(document.body)
    const letters = ['400', '700'].map((weight) => document.fonts.load(`${weight} 16px ${fontFamily}`))
    await Promise.allSettled(letters)
  })
  await page.goto(`${served.address}#thread/${state}`)
  await log(page).waitFor()
  await untilSettled(page)
}

/** The first message in view and how far it is below the top: what a reader would notice move. */
function place(page: Page) {
  return log(page).evaluate((scroller) => {
    const edge = scroller.getBoundingClientRect().top
    const row = [...scroller.querySelectorAll<HTMLElement>('[data-message]')].find(
      (each) => each.getBoundingClientRect().bottom > edge + 1,
    )
    return { id: row?.dataset.row, top: Math.round((row?.getBoundingClientRect().top ?? 0) - edge) }
  })
}

async function scrollBy(page: Page, px: number) {
  await log(page).evaluate((element, by) => element.scrollBy(0, by), px)
  await untilSettled(page)
}

/** What comes into view is drawn and measured over some frames, however long this machine takes for one. */
const untilSettled = (page: Page) =>
  log(page).evaluate(async (scroller) => {
    const look = () => {
      const rows = scroller.querySelectorAll<HTMLElement>('[data-message]')
      return [...rows].map((row) => `${row.dataset.row} ${row.getBoundingClientRect().top}`).join()
    }
    let before = ''
    for (let still = 0; still < 6; ) {
      await new Promise(requestAnimationFrame)
      const now = look()
      still = now === before ? still + 1 : 0
      before = now
    }
  })

test('opens at the newest message and follows it', async ({ page }) => {
  await open(page, 'live')
  await page.getByRole('button', { name: 'They write' }).click()
  await expect(page.getByText('Arrived 1.').first()).toBeInViewport()
  expect(await fromEnd(page)).toBe(0)
})

test('holds the place of a reader while others write below', async ({ page }) => {
  await open(page, 'live')
  await scrollBy(page, -900)
  const before = await place(page)
  for (let at = 0; at < 3; at++) await page.getByRole('button', { name: 'They write' }).click()
  await untilSettled(page)
  const after = await place(page)
  expect(after.id).toBe(before.id)
  expect(Math.abs(after.top - before.top)).toBeLessThanOrEqual(1)
  await page.getByRole('button', { name: 'Jump to newest, 3 new' }).click()
  await expect(page.getByText('Arrived 3.').first()).toBeInViewport()
})

test('holds the place of a reader while earlier messages come in above', async ({ page }) => {
  await open(page, 'live')
  const count = () => log(page).locator('[data-message]').count()
  const first = await count()
  await log(page).evaluate((element) => element.scrollTo(0, -element.scrollHeight + element.clientHeight + 380))
  const before = await place(page)
  await expect.poll(count).toBeGreaterThan(first)
  await untilSettled(page)
  const after = await place(page)
  expect(after.id).toBe(before.id)
  expect(Math.abs(after.top - before.top)).toBeLessThanOrEqual(1)
})

test('scrolls from end to end of 2,000 messages with few of them drawn and none out of order', async ({ page }) => {
  test.setTimeout(120_000)
  await open(page, '2-000-messages-desk')
  const seen = new Set<string>()
  let most = 0
  for (let step = 0; step < 400; step++) {
    await log(page).evaluate((element) => element.scrollBy(0, -1_100))
    const rows = await log(page).evaluate(async (element) => {
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
      return [...element.querySelectorAll<HTMLElement>('[data-message]')].map((row) => row.dataset.row ?? '')
    })
    for (const id of rows) seen.add(id)
    most = Math.max(most, rows.length)
    const numbers = rows.map((id) => Number(id.replace('many-', '')))
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
    if (rows[0] === 'many-0') break
  }
  expect(seen.size).toBe(2_000)
  expect(most).toBeLessThan(400)
})

test('opens at an older message, and the way down from it does not jump', async ({ page }) => {
  await open(page, '2-000-messages-opened-at-an-older-one')
  await expect(log(page).locator('[data-message][data-row="many-900"]')).toBeInViewport()
  for (let step = 0; step < 12; step++) {
    const middle = await log(page).evaluate((scroller) => {
      const box = scroller.getBoundingClientRect()
      const rows = [...scroller.querySelectorAll<HTMLElement>('[data-message]')]
      const row = rows.find((each) => each.getBoundingClientRect().top > box.top + 260)
      return { id: row?.dataset.row ?? '', top: row?.getBoundingClientRect().top ?? 0 }
    })
    await scrollBy(page, 200)
    const top = await log(page)
      .locator(`[data-message][data-row="${middle.id}"]`)
      .evaluate((row) => row.getBoundingClientRect().top)
    expect(Math.abs(middle.top - 200 - top)).toBeLessThanOrEqual(2)
  }
})
