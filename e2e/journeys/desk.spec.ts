import type { Page } from '@playwright/test'
import { later, minute } from '../stage/clock.ts'
import { passwordOf } from '../stage/logins.ts'
import { bubble, heading, openConversation, openRow, unheard } from '../stage/talk.ts'
import { type Actor, expect, test } from '../stage/test.ts'

const replyBox = (page: Page) => page.getByRole('textbox', { name: 'Reply to Kofi' })
const lock = (page: Page) => page.getByRole('dialog', { name: 'Locked, sign in to carry on' })

async function signInAtLock(page: Page, email: string): Promise<void> {
  await page.getByLabel('Work email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(await passwordOf(email))
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(lock(page)).toHaveCount(0)
}

/** A conversation with Kofi open, and words begun in it that nobody has sent. */
async function beginReply({ page }: Actor): Promise<string> {
  const begun = unheard('I can ring you')
  await openRow(page, /^Kofi/)
  await replyBox(page).fill(begun)
  return begun
}

test('the inbox holds mine and the whole team’s, and what comes in moves no row until Sam asks', async ({ enter }) => {
  const sam = await enter('sam@demo.example', 'practitioner')
  const shirin = await enter('shirin@demo.example', 'patient')
  const { page } = sam
  const list = page.getByRole('region', { name: 'Conversations' })
  const order = () =>
    list.getByRole('listitem').evaluateAll((rows) => rows.map((row) => row.querySelector('a')?.getAttribute('href')))
  const hers = list.getByRole('link', { name: /^Shirin/ })

  await page.goto('/staff/inbox/mine')
  await expect(list.getByRole('link', { name: /^Kofi/ })).toBeVisible()
  await expect(hers).toHaveCount(0)
  await page.getByRole('navigation', { name: 'Folders' }).getByRole('link', { name: /^All/ }).click()
  await expect(hers).toBeVisible()

  const before = await order()
  const { accountId, hat } = shirin.session
  const { rows } = await shirin.act<{ rows: { conversationId: string }[] }>('conversation.list', { accountId, hat })
  const conversationId = rows[0]?.conversationId
  await shirin.act('message.send', { conversationId, messageId: crypto.randomUUID(), body: 'Can somebody ring me?' })
  const update = page.getByRole('button', { name: '1 update, refresh order' })
  await expect(update).toBeVisible()
  await expect(hers).toContainText('Unread')
  expect(await order()).toEqual(before)
  await update.click()
  await expect.poll(order).not.toEqual(before)
})

test('from her caseload Nia finds Kofi, sees on his page who he is, and writes to him there', async ({ enter }) => {
  const nia = await enter('nia@demo.example', 'coordinator')
  const kofi = await enter('kofi@demo.example', 'patient')
  const { page } = nia
  await openConversation(kofi.page)
  await page.goto('/staff/caseload')
  await page.getByLabel('Filter by name').fill('kofi')
  await expect(page.getByText(/^\d+ of \d+ people$/)).toBeVisible()
  await page.getByRole('row', { name: /^Kofi/ }).click()
  await expect(page).toHaveURL(/\/people\//)
  await expect(heading(page)).toContainText('Kofi')
  await expect(page.getByText('Sam Okafor').first()).toBeVisible()
  const words = unheard('Written from his page')
  await replyBox(page).fill(words)
  await page.getByRole('button', { name: 'Send to Kofi' }).click()
  await expect(bubble(kofi.page, words)).toBeVisible()
})

test('a desk left alone warns and then locks in place: nothing of Kofi is on the page, and Sam comes back to the same words and what came meanwhile', async ({
  enter,
}) => {
  const sam = await enter('sam@demo.example', 'practitioner')
  const kofi = await enter('kofi@demo.example', 'patient')
  const { page } = sam
  const begun = await beginReply(sam)
  const place = page.url()

  await later(14 * minute + 10_000, page)
  await page.getByRole('alertdialog').getByRole('button', { name: 'Stay signed in' }).click()
  await expect(page.getByRole('alertdialog')).toHaveCount(0)
  await replyBox(page).focus()
  await later(15 * minute + 5_000, page)
  await expect(lock(page)).toBeVisible()
  await expect(lock(page).getByRole('heading')).toBeFocused()
  expect(await page.content()).not.toMatch(/Kofi|ring you/)

  const meanwhile = unheard('Are you still there?')
  const conversationId = place.split('/').at(-1)
  await kofi.act('message.send', { conversationId, messageId: crypto.randomUUID(), body: meanwhile })
  await signInAtLock(page, 'sam@demo.example')
  await expect(replyBox(page)).toHaveValue(begun)
  await expect(replyBox(page)).toBeFocused()
  await expect(bubble(page, meanwhile)).toBeVisible()
  expect(page.url()).toBe(place)
})

test('a session that is ended elsewhere covers the desk at once; a colleague who signs in there finds nothing, and the first one’s words wait for her', async ({
  enter,
}) => {
  const sam = await enter('sam@demo.example', 'practitioner')
  const { page } = sam
  const begun = await beginReply(sam)
  await sam.act('device.end', { sessionId: sam.session.sessionId })
  await expect(lock(page)).toBeVisible()
  expect(await page.content()).not.toMatch(/Kofi|ring you/)

  await signInAtLock(page, 'nia@demo.example')
  await expect(heading(page)).toHaveText('Inbox')
  await expect(page.getByRole('log')).toHaveCount(0)
  await page.getByRole('link', { name: /^Kofi/ }).first().click()
  await expect(page.getByRole('log')).toBeVisible()
  await expect(replyBox(page)).toHaveValue('')
  await later(15 * minute + 5_000, page)
  await expect(lock(page)).toBeVisible()

  await signInAtLock(page, 'sam@demo.example')
  await page.getByRole('link', { name: /^Kofi/ }).first().click()
  await expect(replyBox(page)).toHaveValue(begun)
})
