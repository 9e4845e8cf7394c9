import type { Page } from '@playwright/test'
import { goOffline, untilKept } from '../stage/device.ts'
import { composer, openConversation, unheard } from '../stage/talk.ts'
import { expect, test } from '../stage/test.ts'

const firstCall = (page: Page) => page.getByRole('link', { name: /999/ }).first()

test('Get help now stands without any script: the numbers as calls and texts, large enough to hit', async ({
  visit,
}) => {
  const { page } = await visit({ javaScriptEnabled: false })
  await page.goto('/help')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Get help now')
  await expect(firstCall(page)).toHaveAttribute('href', 'tel:999')
  const rows = page.locator('.wf-help__row:visible')
  for (const number of ['tel:111', 'tel:116123', 'sms:85258', 'tel:08001111'])
    await expect(page.locator(`a[href^="${number}"]`).first()).toBeVisible()
  for (const row of await rows.all()) expect((await row.boundingBox())?.height).toBeGreaterThanOrEqual(64)
  await expect(page.getByText(/We checked these numbers on/)).toBeVisible()
  await page.getByText('More numbers').click()
  await expect(page.locator('a[href="tel:03001236600"]')).toBeVisible()
})

test('the help page is the same bytes for everybody, and opens offline, signed in or not', async ({ visit, enter }) => {
  const kofi = await enter('kofi@demo.example', 'patient')
  const stranger = await visit()
  const read = async (page: Page) => {
    const answer = await page.request.get('/help')
    return { body: await answer.text(), cookies: answer.headers()['set-cookie'] }
  }
  expect(await read(kofi.page)).toEqual(await read(stranger.page))
  expect((await read(kofi.page)).body).not.toContain('<script')

  await stranger.page.goto('/sign-in')
  await stranger.page.evaluate(async () => void (await navigator.serviceWorker.ready))
  await openConversation(kofi.page)
  await untilKept(kofi.page, 'conversation:')
  for (const page of [kofi.page, stranger.page]) {
    await goOffline(page)
    await page.goto('/help')
    await expect(firstCall(page)).toBeVisible()
  }
  const [one, other] = await Promise.all([kofi.page, stranger.page].map((page) => page.content()))
  expect(one).toBe(other)
})

test('inside a conversation it opens over everything and goes back to the exact place, the words begun still there', async ({
  enter,
}) => {
  const { page } = await enter('kofi@demo.example', 'patient')
  await openConversation(page)
  const begun = unheard('I was about to say')
  await composer(page).fill(begun)
  const place = page.url()
  const pill = page.getByRole('link', { name: 'Get help now' })
  await pill.click()
  const sheet = page.getByRole('dialog', { name: 'Get help now' })
  await expect(sheet.getByRole('heading', { name: 'Get help now' })).toBeFocused()
  await expect(firstCall(page)).toBeVisible()
  await expect(sheet.getByText('Lichfield Wellbeing')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(sheet).toHaveCount(0)
  await expect(pill).toBeFocused()
  await expect(composer(page)).toHaveValue(begun)
  expect(page.url()).toBe(place)
})

test('signed out, the sheet hints at nothing personal', async ({ visit }) => {
  const { page } = await visit()
  await page.goto('/sign-in')
  await page.getByRole('link', { name: 'Get help now' }).click()
  const sheet = page.getByRole('dialog', { name: 'Get help now' })
  await expect(firstCall(page)).toBeVisible()
  for (const own of ['My team', 'My people', 'safety plan', 'What has helped me before'])
    await expect(sheet.getByText(own)).toHaveCount(0)
})

test('Shift three times leaves for the weather, and Back does not return', async ({ enter }) => {
  const { page, act } = await enter('raj@demo.example', 'carer')
  await act('settings.change', { leaveQuickly: true })
  await openConversation(page)
  await expect(page.getByRole('button', { name: 'Leave quickly' })).toBeVisible()
  for (let times = 0; times < 3; times++) await page.keyboard.press('Shift')
  await expect(page).toHaveURL('/weather.html')
  await expect(page.getByText('Weft')).toHaveCount(0)
  // The list that lay behind becomes the weather too.
  await page.goBack()
  await expect(page).toHaveURL('/weather.html')
  await expect(page.getByText('Weft')).toHaveCount(0)
  await page.goto('/messages')
  await expect(page.getByRole('heading', { name: 'Messages', level: 1 })).toBeVisible()
  await act('settings.change', { leaveQuickly: false })
})
