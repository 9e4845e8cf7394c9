import { passwordOf } from '../stage/logins.ts'
import { mailbox } from '../stage/mail.ts'
import { follow, heading, openConversation } from '../stage/talk.ts'
import { expect, test } from '../stage/test.ts'

const noMatch = 'Those details do not match. Check them or get a code.'

test('Kofi signs in with his password and lands where he was going; wrong and unknown read the same', async ({
  visit,
  enter,
}) => {
  const before = await enter('kofi@demo.example', 'patient')
  await openConversation(before.page)
  const place = new URL(before.page.url()).pathname
  const { page } = await visit()
  await page.goto(place)
  await expect(heading(page)).toHaveText('Sign in')

  const refusals: string[] = []
  for (const email of ['kofi@demo.example', 'nobody-at-all@post.example']) {
    await page.getByLabel('Your email').fill(email)
    await page.getByLabel('Password', { exact: true }).fill('not the password')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    const summary = page.getByRole('alert').filter({ hasText: 'There is a problem' })
    await expect(summary).toBeFocused()
    refusals.push((await summary.textContent()) ?? '')
  }
  expect(refusals[0]).toContain(noMatch)
  expect(refusals[1]).toBe(refusals[0])

  await page.getByLabel('Your email').fill('kofi@demo.example')
  await page.getByLabel('Password', { exact: true }).fill(await passwordOf('kofi@demo.example'))
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).toHaveURL(place)
  await expect(page.getByRole('log')).toBeVisible()
  await expect(page).toHaveTitle('Messages – Weft')
})

test('Shirin has no password and signs in with a code; then makes one, which signs her out everywhere', async ({
  visit,
}) => {
  const email = 'shirin@demo.example'
  const { page } = await visit()
  const first = await mailbox(page, email)
  await page.goto('/sign-in')
  await follow(page, 'Send me a code', 'Sign in with a code')
  await page.getByLabel('Your email').fill(email)
  await page.getByRole('button', { name: 'Send me a code' }).click()
  await expect(page.getByText('If there is an account for that email, we have sent a code to it.')).toBeVisible()
  await page.getByLabel('Code', { exact: true }).fill(await first.nextCode())
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(heading(page)).toHaveText('Today')

  const other = (await visit()).page
  const second = await mailbox(other, email)
  await other.goto('/sign-in')
  await follow(other, "I can't sign in", 'Set a new password')
  await other.getByLabel('Your email').fill(email)
  await other.getByRole('button', { name: 'Send the code' }).click()
  await other.getByLabel('Code', { exact: true }).fill(await second.nextCode())
  await other.getByLabel('New password').fill('four quiet canals')
  await other.getByRole('button', { name: 'Set new password' }).click()
  await expect(other.getByText('Your password is changed. For safety, you were signed out everywhere.')).toBeVisible()
  await expect(page.getByText('You have been signed out')).toBeVisible()

  await follow(other, 'Sign in', 'Sign in')
  await other.getByLabel('Your email').fill(email)
  await other.getByLabel('Password', { exact: true }).fill('four quiet canals')
  await other.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(heading(other)).toHaveText('Today')
})

test('Sam signs in to the portal and lands on the page she asked for; her people’s app stays signed out', async ({
  visit,
}) => {
  const { page } = await visit({ viewport: { width: 1440, height: 900 }, isMobile: false })
  await page.goto('/staff/caseload')
  await page.getByLabel('Work email').fill('sam@demo.example')
  await page.getByLabel('Password', { exact: true }).fill('not the password')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByText('Those details do not match. Check them and try again.').first()).toBeVisible()
  await page.getByLabel('Password', { exact: true }).fill(await passwordOf('sam@demo.example'))
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Caseload' })).toBeVisible()
  await page.goto('/today')
  await expect(page.getByRole('link', { name: 'I have an account' })).toBeVisible()
})
