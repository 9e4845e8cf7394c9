import { readFile } from 'node:fs/promises'
import { unzip } from '../../server/test/unzip.ts'
import { smallTargets, untilStill, violations } from '../stage/looks.ts'
import { mailbox } from '../stage/mail.ts'
import { follow, heading, unheard } from '../stage/talk.ts'
import { type Device, expect, test } from '../stage/test.ts'

const password = 'three odd herons'

/** Somebody new, with nothing of their own yet. Answers their address. */
async function signUp({ page }: Device): Promise<string> {
  const email = `${unheard('mine').replace(/\W/g, '')}@post.example`
  await page.goto('/join/1')
  await page.getByLabel('Your email').fill(email)
  await page.getByLabel('Yes, only I read it').check()
  const letters = await mailbox(page, email)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByLabel('Code', { exact: true }).fill(await letters.nextCode())
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Continue' }).click()
  for (const tick of ['I am 13 or over', 'I agree to the terms', 'I have read how my data is used'])
    await page.getByLabel(tick).check()
  await page.getByRole('button', { name: 'Create my account' }).click()
  await expect(heading(page)).toHaveText('What would help?')
  return email
}

async function looksRight({ page }: Device): Promise<void> {
  await untilStill(page)
  expect([...(await violations(page)), ...(await smallTargets(page, 'people'))]).toEqual([])
}

test('what is mine comes along in one file and back into a new account; closed, it waits 14 days for me', async ({
  enter,
  visit,
}) => {
  test.setTimeout(180_000)
  const kofi = await enter('kofi@demo.example', 'patient')
  await kofi.page.goto('/settings')
  await follow(kofi.page, 'My data', 'My data')
  await kofi.page.getByRole('button', { name: 'Make my file' }).click()
  const open = kofi.page.getByRole('button', { name: 'Open my file' })
  await expect(open).toBeVisible({ timeout: 70_000 })
  await looksRight(kofi)
  const coming = kofi.page.waitForEvent('download')
  await open.click()
  const files = unzip(await readFile(await (await coming).path()))
  const file = files.get('weft.json') as string
  expect(files.get('index.html')).toContain('Lichfield Wellbeing')
  const [goal] = (JSON.parse(file) as { goals: { words: string; state: string }[] }).goals.filter(
    ({ state }) => state === 'active',
  )

  const device = await visit()
  const { page } = device
  const email = await signUp(device)
  await page.goto('/settings/import')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'weft.json', mimeType: 'application/json', buffer: Buffer.from(file) })
  await page.getByRole('button', { name: 'Bring it back' }).click()
  await expect(page.getByText(/things are back/)).toBeVisible()
  await page.goto('/goals')
  await expect(page.getByText(goal?.words as string)).toBeVisible()

  await page.goto('/settings/export')
  await follow(page, 'Close my account', 'Close my account')
  await expect(page.getByText('Your goals, trackers and diary are erased after 14 days.')).toBeVisible()
  await page.getByLabel('Type “close” to close your account').fill('close')
  await page.getByRole('button', { name: 'Close my account' }).click()
  await expect(heading(page)).toHaveText('Your account is closing')
  await looksRight(device)
  await page.goto('/goals')
  await expect(heading(page)).toHaveText('Your account is closing')
  await expect(page.getByText(goal?.words as string)).toHaveCount(0)
  await page.getByRole('button', { name: 'Sign out' }).click()

  const again = await visit()
  await again.page.goto('/sign-in')
  await again.page.getByLabel('Your email').fill(email)
  await again.page.getByLabel('Password', { exact: true }).fill(password)
  await again.page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await again.page.getByRole('button', { name: 'Keep my account' }).click()
  await expect(heading(again.page)).toHaveText('Today')
  await again.page.goto('/goals')
  await expect(again.page.getByText(goal?.words as string)).toBeVisible()
})
