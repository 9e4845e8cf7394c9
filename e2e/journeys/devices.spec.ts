import type { Page } from '@playwright/test'
import { goOffline, goOnline, keysKept, untilKept } from '../stage/device.ts'
import { passwordOf } from '../stage/logins.ts'
import { mailbox } from '../stage/mail.ts'
import { bubble, composer, follow, heading, openConversation, unheard, write } from '../stage/talk.ts'
import { expect, test } from '../stage/test.ts'

async function signInWithPassword(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('Your email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(await passwordOf(email))
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(heading(page)).toHaveText('Today')
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click()
}

test('a device ended from another is signed out at once, with words, and keeps nothing of the server’s', async ({
  enter,
}) => {
  const own = await enter('raj@demo.example', 'carer')
  const lost = await enter('raj@demo.example', 'carer', { userAgent: 'Mozilla/5.0 (Windows NT 10.0) Firefox/150.0' })
  await openConversation(lost.page)
  await untilKept(lost.page, 'conversation:')
  await openConversation(own.page)
  const begun = unheard('Begun on the lost phone')
  await composer(lost.page).fill(begun)
  await expect.poll(() => keysKept(lost.page)).toContainEqual(expect.stringContaining('/draft/'))
  const devices = await own.act<{ devices: { sessionId: string; isThisOne: boolean }[] }>('device.list', {})
  expect(devices.devices.map(({ sessionId }) => sessionId)).toContain(lost.session.sessionId)

  await own.page.goto('/settings')
  await follow(own.page, 'Devices signed in', 'Devices signed in')
  const rows = own.page.getByRole('listitem').filter({ has: own.page.getByRole('button', { name: /^Sign out/ }) })
  await expect(rows).not.toHaveCount(0)
  for (let left = await rows.count(); left > 0; left--) {
    await rows.first().getByRole('button').click()
    await own.page
      .getByRole('alertdialog')
      .getByRole('button', { name: /^Sign out/ })
      .click()
    await expect(rows).toHaveCount(left - 1)
  }
  await expect(lost.page.getByText('You have been signed out')).toBeVisible()
  await expect(lost.page.getByRole('log')).toHaveCount(0)
  await expect.poll(async () => (await keysKept(lost.page)).filter((key) => /snapshot|session/.test(key))).toEqual([])
  expect((await keysKept(lost.page)).filter((key) => key.includes('/draft/'))).toHaveLength(1)
  await openConversation(own.page)
})

test('words not sent stay sealed at sign-out: the next person finds nothing, and they go when their writer is back', async ({
  visit,
  enter,
}) => {
  const sam = await enter('sam@demo.example', 'practitioner')
  const { page } = await visit()
  await signInWithPassword(page, 'kofi@demo.example')
  await openConversation(page)
  await untilKept(page, 'conversation:')
  const conversationId = new URL(page.url()).pathname.split('/').at(-1)
  const stored = async () => {
    const { messages } = await sam.act<{ messages: { body: string }[] }>('conversation.get', { conversationId })
    return messages.filter(({ body }) => body === words).length
  }
  const words = unheard('For my team only')

  await goOffline(page)
  await page.reload() // nothing can be under way any more
  await write(page, words)
  await expect(bubble(page, words)).toContainText('Not sent yet')
  await page.getByRole('link', { name: 'Back' }).click()
  await signOut(page)
  const asked = page.getByRole('alertdialog')
  await expect(asked).toContainText('1 message is not sent. It stays locked on this phone until you sign in again.')
  await asked.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('link', { name: 'I have an account' })).toBeVisible()
  await goOnline(page)

  await follow(page, 'I have an account', 'Sign in')
  await follow(page, 'Send me a code', 'Sign in with a code')
  await page.getByLabel('Your email').fill('aisha@demo.example')
  const mail = await mailbox(page, 'aisha@demo.example')
  await page.getByRole('button', { name: 'Send me a code' }).click()
  await page.getByLabel('Code', { exact: true }).fill(await mail.nextCode())
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(heading(page)).toHaveText('Today')
  await expect(page.getByText('not sent yet')).toHaveCount(0)
  await openConversation(page)
  await expect(page.getByText(words)).toHaveCount(0)
  await page.getByRole('link', { name: 'Back' }).click()
  await signOut(page)
  await page.getByRole('alertdialog').getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('link', { name: 'I have an account' })).toBeVisible()
  expect(await stored()).toBe(0)

  await signInWithPassword(page, 'kofi@demo.example')
  await openConversation(page)
  await expect(bubble(page, words)).toContainText(/Sent|Seen by the team/)
  await page.reload()
  await expect(bubble(page, words)).toHaveCount(1)
  expect(await stored()).toBe(1)
})
