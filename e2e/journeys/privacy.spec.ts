import { heading } from '../stage/talk.ts'
import { expect, test } from '../stage/test.ts'

test('what a team adds to the record is on the person’s phone at once, with who, when and what', async ({ enter }) => {
  const kofi = await enter('kofi@demo.example', 'patient')
  const sam = await enter('sam@demo.example', 'practitioner')
  await kofi.page.goto('/privacy')
  await expect(heading(kofi.page)).toHaveText('Privacy')
  await sam.page.goto(`/staff/people/${kofi.session.personId}/trackers`)
  await sam.page.getByRole('button', { name: 'Add to record' }).click()
  await sam.page.getByRole('button', { name: 'Add to Kofi’s record' }).click()
  await expect(sam.page.getByRole('region', { name: 'Copies in the record' })).toBeVisible()

  const saved = kofi.page.getByRole('list', { name: 'Copies your team saved' }).getByRole('link').first()
  await expect(saved).toContainText('Saved by Sam Okafor')
  await saved.click()
  await expect(heading(kofi.page)).toHaveText('Saved copy')
  await expect(kofi.page.getByText(/ asleep$/).first()).toBeVisible()
})

test('a team that asks is told nothing by a no', async ({ enter }) => {
  const kofi = await enter('kofi@demo.example', 'patient')
  const sam = await enter('sam@demo.example', 'practitioner')
  await kofi.page.goto('/privacy')
  await sam.page.goto(`/staff/people/${kofi.session.personId}/plan`)
  await sam.page.getByRole('button', { name: 'Ask to see About them, in their words' }).click()
  const asked = sam.page.getByText(/^About them, in their words: not shared\. Sam Okafor asked on/)
  await expect(asked).toBeVisible()
  const before = await asked.textContent()
  await kofi.page.getByRole('button', { name: 'No, do not share About me with Lichfield Wellbeing' }).click()
  await expect(kofi.page.getByRole('heading', { name: /asks to see About me/ })).toHaveCount(0)
  await sam.page.reload()
  await expect(asked).toHaveText(before ?? '')
})

test('what is kept as Only me stays so with everything of its kind shared, until it is shared as well; one undo takes all back', async ({
  enter,
}) => {
  const kofi = await enter('kofi@demo.example', 'patient')
  const sam = await enter('sam@demo.example', 'practitioner')
  const words = 'The photograph in the drawer'
  await kofi.page.goto('/plan/coping/new')
  await kofi.page.getByLabel('What helps?').fill(words)
  await kofi.page.getByRole('button', { name: 'Save' }).click()
  await kofi.page.goto('/privacy')
  await kofi.page.getByRole('button', { name: 'Share Coping ideas' }).click()
  const sheet = kofi.page.getByRole('dialog', { name: 'Who can see this' })
  await sheet.getByRole('radio', { name: 'Shared' }).check()
  await sheet.getByRole('radio', { name: 'Everything so far too' }).check()
  await expect(sheet.getByText(/ideas? that only you can see stays? that way\.$/)).toBeVisible()
  await sheet.getByRole('checkbox', { name: 'Lichfield Wellbeing' }).check()
  await expect(sheet.getByText(/can see Coping ideas\. The .* that only you can see stays? that way\.$/)).toBeVisible()

  const ideas = sam.page.getByText(words)
  await sam.page.goto(`/staff/people/${kofi.session.personId}/plan`)
  await expect(sam.page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(ideas).toHaveCount(0)

  await sheet.getByRole('radio', { name: 'Only me' }).check()
  await sheet.getByRole('radio', { name: 'Shared' }).check()
  await sheet.getByRole('checkbox', { name: /^Share (this one|these \d+) as well/ }).check()
  await sheet.getByRole('checkbox', { name: 'Lichfield Wellbeing' }).check()
  await expect(ideas).toBeVisible()
  await sheet.getByRole('button', { name: 'Undo' }).click()
  await expect(ideas).toHaveCount(0)
})
