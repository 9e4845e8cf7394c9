import { follow, heading, unheard } from '../stage/talk.ts'
import { expect, test } from '../stage/test.ts'

test('with scripts off and no account somebody says what they think, and an editor answers an address that nobody sees', async ({
  visit,
  enter,
}) => {
  const words = unheard('The letters are small')
  const email = `${words.replace(/\W/g, '').toLowerCase()}@post.example`
  const { page } = await visit({ javaScriptEnabled: false })
  await page.goto('/tips')
  await follow(page, 'Feedback', 'Tell us what you think of Weft')
  await page.getByLabel('What do you want to tell us?').fill(words)
  await page.getByLabel('Your email').fill('nowhere')
  await page.getByRole('button', { name: 'Send to the editors' }).click()
  await expect(page).toHaveTitle('Error: Tell us what you think of Weft – Weft')
  await expect(page.getByRole('alert').getByRole('link')).toHaveCount(2)
  await expect(page.getByLabel('What do you want to tell us?')).toHaveValue(words)
  await page.getByLabel('An idea').check()
  await page.getByLabel('Your email').fill(email)
  await page.getByRole('button', { name: 'Send to the editors' }).click()
  await expect(heading(page)).toHaveText('Thank you. We have it.')
  expect(await page.context().cookies(), 'cookies').toEqual([])

  const { page: desk } = await enter('bethan@demo.example', 'content_editor')
  await desk.goto('/staff/feedback')
  const card = desk.getByRole('listitem').filter({ hasText: words })
  await expect(card.getByText('From /tips', { exact: false })).toBeVisible()
  expect(await desk.content()).not.toContain(email)
  await card.getByRole('button', { name: 'Answer' }).click()
  await desk.getByRole('textbox', { name: 'Answer' }).fill('They can grow, in Settings.')
  await desk.getByRole('button', { name: 'Send the answer' }).click()
  await expect(desk.getByRole('region', { name: 'Done with' }).getByText(words)).toBeVisible()
  const letters = async () => {
    const answer = await desk.request.get('/dev/mail', {
      params: { to: email },
      headers: { accept: 'application/json' },
    })
    return ((await answer.json()) as { mails: { text: string }[] }).mails
  }
  await expect.poll(async () => (await letters()).length).toBe(1)
  const [letter] = await letters()
  expect(letter?.text).toContain('They can grow, in Settings.')
  expect(letter?.text).not.toContain(words)
})

test('from the app it goes with no name', async ({ enter }) => {
  const words = unheard('Bigger buttons')
  const { page } = await enter('kofi@demo.example', 'patient')
  await page.goto('/settings')
  await follow(page, 'Give feedback', 'What do you think of Weft?')
  await page.getByLabel('An idea').check()
  await page.getByLabel('What do you want to tell us?').fill(words)
  await page.getByRole('button', { name: 'Send to the editors' }).click()
  await expect(page.getByText('What you wrote is not on this phone.')).toBeVisible()
  await follow(page, 'Back to Today', 'Today')

  const { page: desk } = await enter('bethan@demo.example', 'content_editor')
  await desk.goto('/staff/feedback')
  const card = desk.getByRole('listitem').filter({ hasText: words })
  await expect(card.getByText('For themselves · From /settings', { exact: false })).toBeVisible()
  expect(await desk.content()).not.toMatch(/Kofi|Mensah/)
})
