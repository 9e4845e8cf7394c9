import { listen } from '../stage/heard.ts'
import { bubble, openConversation, openRow, unheard, write } from '../stage/talk.ts'
import { expect, test } from '../stage/test.ts'

test('Nia takes Ola off the team: Ola’s open conversation closes at once, her words are rescued, and nothing later reaches her', async ({
  enter,
}) => {
  const kofi = await enter('kofi@demo.example', 'patient')
  const nia = await enter('nia@demo.example', 'coordinator')
  const ola = await enter('ola@demo.example', 'practitioner')
  const heardByOla = listen(ola.page)
  await openConversation(kofi.page)
  await openRow(ola.page, /^Kofi/)
  const address = ola.page.url()
  const begun = unheard('Hello Kofi, I can ring you')
  await ola.page.getByRole('textbox', { name: 'Reply to Kofi' }).fill(begun)

  await nia.page.goto('/staff/team')
  await nia.page.getByRole('button', { name: 'Remove Ola Nowak from the team' }).click()
  await nia.page.getByRole('alertdialog').getByRole('button', { name: 'Remove Ola Nowak' }).click()

  await expect(ola.page.getByRole('heading', { name: 'You no longer have access to this conversation' })).toBeFocused()
  await expect(ola.page.getByText(begun)).toBeVisible()
  await expect(ola.page.getByRole('button', { name: 'Copy my words' })).toBeVisible()
  await expect(ola.page.getByRole('log')).toHaveCount(0)
  await expect(ola.page.getByRole('link', { name: /^Kofi/ })).toHaveCount(0)
  await expect(bubble(kofi.page, 'Ola Nowak left').last()).toBeVisible()

  const later = unheard('Written after she left')
  await write(kofi.page, later)
  await expect(bubble(kofi.page, later)).toContainText(/Sent/)
  await openRow(nia.page, /^Kofi/)
  await expect(bubble(nia.page, later)).toBeVisible()
  await ola.page.goto(address)
  await expect(ola.page.getByText('It may have moved, or it may not be shared with you.')).toBeVisible()
  expect(await heardByOla.everything()).not.toContain(later)

  await ola.page.goto('/staff/me')
  const reference = (await ola.page.locator('code').textContent()) ?? ''
  await nia.page.goto('/staff/team')
  await nia.page.getByLabel('Staff reference').fill(reference)
  await nia.page.getByRole('combobox', { name: 'Role in the team', exact: true }).selectOption('duty')
  await nia.page.getByRole('button', { name: 'Add to the team' }).click()
  await expect(nia.page.getByText('Ola Nowak joined the team')).toBeVisible()
  await openRow(ola.page, /^Kofi/)
  await expect(bubble(ola.page, later)).toBeVisible()
})
