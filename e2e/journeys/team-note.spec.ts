import { listen } from '../stage/heard.ts'
import { bubble, openConversation, openRow, unheard } from '../stage/talk.ts'
import { expect, test } from '../stage/test.ts'

test('a staff note stands between the messages for the team, and nothing of it ever reaches Kofi', async ({
  enter,
}) => {
  const kofi = await enter('kofi@demo.example', 'patient')
  const sam = await enter('sam@demo.example', 'practitioner')
  const nia = await enter('nia@demo.example', 'coordinator')
  await kofi.act('settings.change', { messagePreviews: true })
  const heardByKofi = listen(kofi.page)
  await openConversation(kofi.page)
  await openRow(sam.page, /^Kofi/)
  await openRow(nia.page, /^Kofi/)

  const note = unheard('Prefers mornings, and a text first')
  await sam.page.getByRole('tab', { name: 'Staff note' }).click()
  await sam.page.getByLabel('Staff note: only the team can read it').fill(note)
  await sam.page.getByRole('button', { name: 'Save note, staff only' }).click()
  for (const { page } of [sam, nia]) await expect(bubble(page, note)).toContainText('Staff note')

  const reply = unheard('Good evening, Kofi')
  await sam.page.getByRole('tab', { name: 'Reply' }).click()
  await sam.page.getByRole('textbox', { name: 'Reply to Kofi' }).fill(reply)
  await sam.page.getByRole('button', { name: 'Send to Kofi' }).click()
  await expect(bubble(kofi.page, reply)).toBeVisible()
  await kofi.page.reload()
  await expect(bubble(kofi.page, reply)).toBeVisible()
  await kofi.page.goto('/messages')
  await expect(kofi.page.getByText(reply)).toBeVisible()

  const everything = await heardByKofi.everything()
  expect(everything).toContain(reply)
  expect(everything).not.toContain(note)
  expect(everything).not.toContain('team_note')
})
