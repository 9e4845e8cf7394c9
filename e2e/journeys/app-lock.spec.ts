import type { Page } from '@playwright/test'
import { everythingKept, goOffline, goOnline, keysKept, untilKept } from '../stage/device.ts'
import { passwordOf } from '../stage/logins.ts'
import { smallTargets, untilStill, violations } from '../stage/looks.ts'
import { bubble, follow, heading, openConversation, unheard, write } from '../stage/talk.ts'
import { type Actor, expect, test } from '../stage/test.ts'

const pin = '294716'
const lockScreen = (page: Page) => page.getByRole('dialog', { name: 'Locked' })

async function putLockOn({ page }: Actor): Promise<void> {
  await page.goto('/settings')
  await follow(page, 'App lock', 'App lock')
  await page.getByLabel('New PIN').fill(pin)
  await page.getByLabel('Type it again').fill(pin)
  await page.getByRole('button', { name: 'Turn on app lock' }).click()
  await expect(page.getByRole('button', { name: 'Change PIN' })).toBeVisible()
}

async function tryPin(page: Page, tried: string): Promise<void> {
  await page.getByLabel('Your PIN').fill(tried)
  await page.getByRole('button', { name: 'Unlock' }).click()
}

test('the app opens with the PIN alone, with no signal too, and what it keeps cannot be read without', async ({
  enter,
}) => {
  const kofi = await enter('kofi@demo.example', 'patient')
  const { page } = kofi
  await openConversation(page)
  await untilKept(page, 'conversation:')
  const place = page.url()
  await putLockOn(kofi)

  await page.goto(place)
  await expect(lockScreen(page)).toBeVisible()
  await expect(page.getByLabel('Your PIN')).toBeFocused()
  await expect(page).toHaveTitle('Weft')
  await expect(page.locator('body')).not.toContainText(/Kofi|Lichfield|Sam Okafor|message/i)
  expect(await everythingKept(page)).not.toMatch(/Kofi|Lichfield/)
  await untilStill(page)
  expect([...(await violations(page)), ...(await smallTargets(page, 'people'))]).toEqual([])

  await tryPin(page, '830561')
  await expect(page.getByText('That PIN does not match. Try again.')).toBeVisible()
  await expect(page.getByLabel('Your PIN')).toBeFocused()
  await goOffline(page)
  await page.reload()
  await tryPin(page, pin)
  await expect(page.getByRole('log')).toBeVisible()
  expect(page.url()).toBe(place)

  const words = unheard('Written behind the lock')
  await write(page, words)
  await expect(bubble(page, words)).toContainText('Not sent yet')
  await page.clock.fastForward('02:05')
  await expect(lockScreen(page)).toBeVisible()
  await expect(page.getByText(words)).toHaveCount(0)
  await goOnline(page)
  await page.getByRole('link', { name: 'Get help now' }).click()
  const help = page.getByRole('dialog', { name: 'Get help now' })
  await expect(help.getByRole('link', { name: /Call 999/ })).toBeVisible()
  await expect(help).not.toContainText(/Lichfield|safety plan/)
  await page.keyboard.press('Escape')
  await tryPin(page, pin)
  await expect(bubble(page, words)).toContainText(/Sent|Seen by the team/)
})

test('guessing slows down and ends: the copy goes, and what was not sent waits for its writer', async ({ enter }) => {
  test.setTimeout(120_000)
  const kofi = await enter('kofi@demo.example', 'patient')
  const { page } = kofi
  await openConversation(page)
  await untilKept(page, 'conversation:')
  const place = page.url()
  await putLockOn(kofi)
  await page.goto(place)
  await tryPin(page, pin)
  await expect(page.getByRole('log')).toBeVisible()
  const words = unheard('Not for whoever guesses')
  await goOffline(page)
  await write(page, words)
  await expect(bubble(page, words)).toContainText('Not sent yet')
  await page.reload()

  for (let tried = 0; tried < 5; tried++) {
    await tryPin(page, '111222')
    await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible()
    await expect(page.getByText(/does not match|Too many wrong PINs/)).toBeVisible()
  }
  await expect(page.getByText('Too many wrong PINs. Wait 30 seconds, then try again.')).toBeVisible()
  await page.reload()
  await expect(page.getByText(/^Too many wrong PINs/)).toBeVisible()
  await goOnline(page)
  for (let left = 5; left > 0; left--) {
    await page.clock.fastForward('01:01:00')
    await expect(page.getByText(/^Too many wrong PINs/)).toHaveCount(0)
    await tryPin(page, '111222')
    if (left > 1) await expect(page.getByText(/^Too many wrong PINs/)).toBeVisible()
  }
  await expect(page.getByText('You have been signed out')).toBeVisible()
  await expect.poll(async () => (await keysKept(page)).filter((key) => !/vault|outbox|draft/.test(key))).toEqual([])

  await page.getByLabel('Your email').fill('kofi@demo.example')
  await page.getByLabel('Password', { exact: true }).fill(await passwordOf('kofi@demo.example'))
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(bubble(page, words)).toContainText(/Sent|Seen by the team/)
})

test('a forgotten PIN is a sign-in away', async ({ enter }) => {
  const kofi = await enter('kofi@demo.example', 'patient')
  const { page } = kofi
  await putLockOn(kofi)
  await page.goto('/messages')
  await page.getByRole('button', { name: 'I forgot my PIN' }).click()
  const asked = page.getByRole('alertdialog', { name: 'Sign out, then sign in again' })
  await expect(asked).toContainText('Words that were not sent stay sealed here, for you alone.')
  await asked.getByRole('button', { name: 'Sign out' }).click()
  await expect(heading(page)).toHaveText('Sign in')
  await page.getByLabel('Your email').fill('kofi@demo.example')
  await page.getByLabel('Password', { exact: true }).fill(await passwordOf('kofi@demo.example'))
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(heading(page)).toHaveText('Messages')
})

test("the phone's own lock opens it, where the phone can keep a key", async ({ enter }) => {
  const kofi = await enter('kofi@demo.example', 'patient')
  const { page } = kofi
  const tools = await page.context().newCDPSession(page)
  await tools.send('WebAuthn.enable')
  const { authenticatorId } = await tools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasUserVerification: true,
      hasResidentKey: true,
      hasPrf: true,
      isUserVerified: true,
    },
  })
  await page.goto('/settings/app-lock')
  await page.getByRole('radio', { name: "This phone's own lock" }).check()
  await page.getByRole('button', { name: 'Turn on app lock' }).click()
  await expect(page.getByText("It opens with this phone's own lock.")).toBeVisible()

  await page.goto('/messages')
  await expect(lockScreen(page)).toBeVisible()
  await expect(page.getByLabel('Your PIN')).toHaveCount(0)
  const open = page.getByRole('button', { name: 'Use fingerprint, face or screen lock' })
  await open.click()
  await expect(heading(page)).toHaveText('Messages')
  await page.reload()
  await tools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
  await open.click()
  await expect(page.getByText('That did not open it. Try again.')).toBeVisible()
  await expect(heading(page)).toHaveText('Locked')
})

test('leaving quickly locks the other tabs too', async ({ enter }) => {
  const kofi = await enter('kofi@demo.example', 'patient')
  const { page, openTab } = kofi
  await putLockOn(kofi)
  const other = await openTab()
  await other.goto('/messages')
  await tryPin(other, pin)
  await expect(other.getByText('Lichfield Wellbeing')).toBeVisible()
  await page.goto('/settings')
  await tryPin(page, pin)
  await page.getByRole('switch', { name: 'Leave quickly button' }).check()
  await page.getByRole('button', { name: 'Leave quickly', exact: true }).click()
  await expect(page).toHaveURL(/weather/)
  await expect(lockScreen(other)).toBeVisible()
  await expect(other.getByText('Lichfield Wellbeing')).toHaveCount(0)
})

test('the neutral name and icon stand from the first moment, signed in or not', async ({ enter, visit }) => {
  const { page } = await enter('kofi@demo.example', 'patient')
  await page.goto('/settings')
  await follow(page, 'Neutral name and icon', 'Neutral name and icon')
  await page.getByRole('radio', { name: 'Notebook, with a plain icon' }).check()
  await expect(page.getByText('You will need to add the app again.')).toBeVisible()
  await expect(page).toHaveTitle('Neutral name and icon – Notebook')
  await page.goto('/today')
  await expect(page).toHaveTitle('Today – Notebook')
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Sign out' }).click()
  await expect(heading(page)).toHaveText('Notebook')
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await page.reload()
  await expect(page).toHaveTitle('Welcome – Notebook')

  const href = await page.locator('link[rel=manifest]').getAttribute('href')
  const answer = await page.request.get(href as string)
  expect(answer.headers()['content-type']).toContain('application/manifest+json')
  const manifest = (await answer.json()) as { name: string; icons: { src: string }[] }
  expect(manifest.name).toBe('Notebook')
  for (const { src } of manifest.icons) {
    const icon = await page.request.get(src)
    expect([src, icon.status(), icon.headers()['content-type']?.split('/')[0]]).toEqual([src, 200, 'image'])
  }
  const another = (await visit()).page
  await another.goto('/sign-in')
  await expect(another).toHaveTitle('Sign in – Weft')
})
