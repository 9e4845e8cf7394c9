import type { Page } from '@playwright/test'
import { everythingKept, goOffline, keysKept, untilKept } from '../stage/device.ts'
import { overhear } from '../stage/heard.ts'
import { passwordOf } from '../stage/logins.ts'
import { heading, unheard } from '../stage/talk.ts'
import { type Actor, expect, test } from '../stage/test.ts'

const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true })

/** Something of one's own that is nowhere else, written, sent, and kept on the device. */
async function writeCanary({ page }: Pick<Actor, 'page'>): Promise<string> {
  const canary = unheard('Canary')
  await page.goto('/diary')
  await page.getByLabel("What's on your mind?").fill(canary)
  await save(page).click()
  await expect(page.getByText(canary).first()).toBeVisible()
  await untilKept(page, 'own:')
  return canary
}

const leftOver = async (page: Page) => (await keysKept(page)).filter((key) => !key.startsWith('vault/'))

/** Sealed while it is there; not there at all, not even sealed, once nobody is signed in. */
async function findNothing(page: Page, canary: string): Promise<void> {
  await expect.poll(() => leftOver(page)).toEqual([])
  expect(await everythingKept(page)).not.toContain(canary.slice(0, 14))
}

test('what is one’s own is sealed on the device, and wiped at sign-out', async ({ enter }) => {
  const aisha = await enter('aisha@demo.example', 'patient')
  const { page } = aisha
  const canary = await writeCanary(aisha)
  expect(await everythingKept(page)).not.toContain(canary)
  await page.goto('/today')
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('link', { name: 'I have an account' })).toBeVisible()
  await findNothing(page, canary)
})

test('a device that is signed out from another one wipes what is one’s own', async ({ enter }) => {
  const lost = await enter('aisha@demo.example', 'patient')
  const own = await enter('aisha@demo.example', 'patient')
  const canary = await writeCanary(lost)
  await own.act('device.end', { sessionId: lost.session.sessionId })
  await expect(lost.page.getByText('You have been signed out')).toBeVisible()
  await findNothing(lost.page, canary)
})

test('a device that others use keeps nothing that came from the server, even while somebody is signed in', async ({
  visit,
}) => {
  const { page } = await visit()
  await page.goto('/sign-in')
  await page.getByLabel('Your email').fill('kofi@demo.example')
  await page.getByLabel('Password', { exact: true }).fill(await passwordOf('kofi@demo.example'))
  await page.getByLabel('Other people use this phone or computer').check()
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(heading(page)).toHaveText('Today')
  const canary = unheard('Canary')
  await page.goto('/diary')
  await page.getByLabel("What's on your mind?").fill(canary)
  await save(page).click()
  await expect(page.getByText(canary).first()).toBeVisible()
  expect((await keysKept(page)).filter((key) => /snapshot|session/.test(key))).toEqual([])
  expect(await everythingKept(page)).not.toContain(canary)
  await page.goto('/settings/app-lock')
  await expect(page.getByText('There is nothing to lock.')).toBeVisible()
})

test('two tabs at once: each act of one’s own goes out once, and none is lost', async ({ enter }) => {
  const { page, openTab } = await enter('shirin@demo.example', 'patient')
  const tabs = [page, await openTab()]
  const sent = tabs.map((tab) => overhear(tab))
  for (const tab of tabs) {
    await tab.goto('/diary')
    await expect(tab.getByLabel("What's on your mind?")).toBeVisible()
  }
  const words = tabs.map((_, at) => unheard(`From tab ${at}`))
  for (const [at, tab] of tabs.entries()) await tab.getByLabel("What's on your mind?").fill(words[at] as string)
  await Promise.all(tabs.map((tab) => save(tab).click()))
  for (const tab of tabs) for (const text of words) await expect(tab.getByText(text)).toHaveCount(1)
  for (const text of words)
    await expect.poll(() => sent.flat().filter((frame) => frame.includes(text)).length, 'from one tab').toBe(1)
  await page.reload()
  for (const text of words) await expect(page.getByText(text)).toHaveCount(1)
})

test('a store that the browser cleared is said, with what was lost, and comes back from the server', async ({
  enter,
}) => {
  const aisha = await enter('aisha@demo.example', 'patient')
  const { page } = aisha
  const canary = await writeCanary(aisha)
  await goOffline(page)
  await page.reload()
  const unsent = unheard('Never sent')
  await page.getByLabel("What's on your mind?").fill(unsent)
  await save(page).click()
  await expect.poll(() => keysKept(page)).toContainEqual(expect.stringContaining('/outbox/'))
  // Nothing of the app is open while the browser clears up.
  await page.goto('/weather.html')
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const gone = indexedDB.deleteDatabase('weft')
        gone.onsuccess = () => resolve()
        gone.onerror = () => reject(gone.error)
      }),
  )
  await page.context().setOffline(false)
  await page.goto('/today')
  await expect(page.getByText(/^This phone cleared what Weft had saved\. 1 /)).toBeVisible()
  await page.goto('/diary')
  await expect(page.getByText(canary).first()).toBeVisible()
})
