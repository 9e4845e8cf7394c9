import type { Page } from '@playwright/test'
import { later, minute } from '../stage/clock.ts'
import { bubble, composer, openConversation, openRow, unheard, write } from '../stage/talk.ts'
import { expect, test } from '../stage/test.ts'

async function choose(page: Page, text: string, act: string): Promise<void> {
  await bubble(page, text).getByRole('button', { name: 'More for this message' }).click()
  await page.getByRole('menuitem', { name: act }).click()
}

test('within ten minutes a message is edited, with what it said before; after that it is corrected', async ({
  enter,
}) => {
  const kofi = await enter('kofi@demo.example', 'patient')
  const sam = await enter('sam@demo.example', 'practitioner')
  await openConversation(kofi.page)
  await openRow(sam.page, /^Kofi/)
  const first = unheard('The number is 12')
  const second = unheard('The number is 13')
  const third = unheard('The number is 14')
  const box = kofi.page.getByLabel('Editing your message')

  await write(kofi.page, first)
  await expect(bubble(sam.page, first)).toBeVisible()
  await choose(kofi.page, first, 'Edit')
  await expect(box).toBeFocused()
  await expect(box).toHaveValue(first)
  await box.fill(second)
  await kofi.page.getByRole('button', { name: 'Save change' }).click()
  await expect(composer(kofi.page)).toHaveValue('')
  for (const { page } of [kofi, sam]) {
    await expect(bubble(page, second)).toContainText(/Edited/)
    await expect(page.getByRole('log').getByText(first)).toBeHidden()
    await bubble(page, second)
      .getByText(/Edited/)
      .click()
    await expect(bubble(page, second).getByText(first)).toBeVisible()
  }

  await expect(sam.page.getByRole('link', { name: second })).toBeVisible()

  // Begun in time, saved too late: the words stay and go as a correction.
  await choose(kofi.page, second, 'Edit')
  await box.fill(third)
  await later(11 * minute, kofi.page, sam.page)
  await kofi.page.getByRole('button', { name: 'Save change' }).click()
  await expect(kofi.page.getByText('More than 10 minutes have passed.')).toBeVisible()
  await expect(kofi.page.getByLabel('Correcting your message')).toHaveValue(third)
  await kofi.page.getByRole('button', { name: 'Send correction' }).click()
  await expect(bubble(sam.page, third).first()).toBeVisible()
  await expect(sam.page.getByText(/Corrected/).first()).toBeVisible()
  await expect(kofi.page.getByText(/Corrected/).last()).toBeVisible()
  await expect(bubble(kofi.page, third).first()).toBeVisible()
})

test('a withdrawn message says that it was, and by whom; its words are gone from every screen', async ({ enter }) => {
  const kofi = await enter('kofi@demo.example', 'patient')
  const sam = await enter('sam@demo.example', 'practitioner')
  await openConversation(kofi.page)
  await openRow(sam.page, /^Kofi/)
  const wrong = unheard('This was for my sister')
  await write(kofi.page, wrong)
  await expect(bubble(sam.page, wrong)).toBeVisible()
  // Spoken to a screen reader, the words stand in the page for a while besides.
  await expect(sam.page.getByRole('status').getByText(wrong)).toBeAttached()
  await choose(kofi.page, wrong, 'Withdraw')
  await expect(kofi.page.getByRole('button', { name: 'Keep it' })).toBeFocused()
  await kofi.page.getByRole('button', { name: 'Withdraw message' }).click()
  await expect(kofi.page.getByText('You withdrew this message').last()).toBeVisible()
  await expect(sam.page.getByText('Message withdrawn by Kofi').last()).toBeVisible()
  for (const { page } of [kofi, sam]) {
    await expect(page.getByText(wrong)).toHaveCount(0)
    await page.reload()
    await expect(page.getByRole('log')).toBeVisible()
    await expect(page.getByText(wrong)).toHaveCount(0)
  }
})

test('a message hidden for me is gone on all my devices, and stays for the team', async ({ enter }) => {
  const phone = await enter('kofi@demo.example', 'patient')
  const tablet = await enter('kofi@demo.example', 'patient')
  const sam = await enter('sam@demo.example', 'practitioner')
  await openConversation(phone.page)
  await openConversation(tablet.page)
  await openRow(sam.page, /^Kofi/)
  const hard = unheard('I do not want to see this again')
  await write(phone.page, hard)
  for (const { page } of [tablet, sam]) await expect(bubble(page, hard)).toBeVisible()
  await choose(phone.page, hard, 'Hide for me')
  for (const { page } of [phone, tablet]) await expect(page.getByRole('log').getByText(hard)).toHaveCount(0)
  await phone.page.goto('/messages')
  await expect(phone.page.getByText('Message hidden')).toBeVisible()
  await expect(phone.page.getByText(hard)).toHaveCount(0)
  await expect(bubble(sam.page, hard)).toBeVisible()
})
