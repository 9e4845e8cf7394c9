import { expect, test } from '@playwright/test'
import { enter } from '../stage/actors.ts'

test('Kofi writes on his phone, and Sam has it at once; Sam answers, and Kofi has it at once', async ({ browser }) => {
  const kofi = await enter(browser, 'kofi@demo.example', 'patient')
  const sam = await enter(browser, 'sam@demo.example', 'practitioner')
  await kofi.page.goto('/messages')
  await kofi.page.getByRole('link', { name: /Lichfield Wellbeing/ }).click()
  await sam.page.goto('/staff/inbox')
  await sam.page.getByRole('link', { name: /^Kofi/ }).first().click()

  const question = `Is anyone there ${Date.now()}`
  await kofi.page.getByLabel('Write a message').fill(question)
  await kofi.page.getByRole('button', { name: 'Send' }).click()
  await expect(sam.page.getByText(question).last()).toBeVisible()
  await expect(kofi.page.getByLabel('Write a message')).toHaveValue('')

  const answer = `Yes, good evening ${Date.now()}`
  await sam.page.getByRole('textbox', { name: /Kofi/ }).fill(answer)
  await sam.page.getByRole('button', { name: 'Send to Kofi' }).click()
  await expect(kofi.page.getByText(answer).last()).toBeVisible()
})
