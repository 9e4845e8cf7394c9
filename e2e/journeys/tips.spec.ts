import { goOffline, goOnline, untilKept } from '../stage/device.ts'
import { desktop } from '../stage/screens.ts'
import { follow, heading, unheard } from '../stage/talk.ts'
import { expect, test } from '../stage/test.ts'

test('with scripts off and no account there is something to read, to find, to answer, and a way to help', async ({
  visit,
}) => {
  const { page } = await visit({ javaScriptEnabled: false })
  await page.goto('/')
  await expect(heading(page)).toHaveText('Weft')
  await expect(page.getByText('Care, woven between appointments')).toBeVisible()
  await expect(page.getByRole('link', { name: "Sign up, it's free" })).toBeVisible()
  await page.getByLabel('Search tips').fill('asleep in the night')
  await page.getByLabel('Search tips').press('Enter')
  await expect(page.getByText('No tips for ‘asleep in the night’. Try fewer words, or choose a topic.')).toBeVisible()
  await page.getByLabel('Search tips').fill('cannot sleep')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page.getByRole('status')).toHaveText(/^\d+ tips? for ‘cannot sleep’$/)
  await expect(page).toHaveTitle('Tips – Weft')
  await follow(page, 'Awake at three in the morning', 'Awake at three in the morning')
  await expect(page.getByText(/^Checked on \d+ \w+ \d{4}$/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save for offline' })).toBeHidden()
  await page.getByRole('button', { name: 'Yes' }).click()
  await expect(page.getByText('Thank you.')).toBeVisible()

  await page.goto('/tips')
  await page.getByRole('link', { name: 'Give', exact: true }).click()
  await expect(page.getByRole('link', { name: 'Give', exact: true })).toHaveAttribute('aria-current', 'true')
  await page.getByRole('link', { name: 'Cymraeg' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'cy')
  await expect(heading(page)).toHaveText('Awgrymiadau')
  expect(await page.context().cookies(), 'cookies').toEqual([])
  await follow(page, 'Cael help nawr', 'Get help now')
})

test('what one editor writes and another publishes can be read by all, until it is taken down', async ({
  enter,
  visit,
}) => {
  const title = unheard('Sit by the window').replace(/[^\w ]/g, '')
  const { page } = await enter('bethan@demo.example', 'content_editor')
  await page.goto('/staff/')
  await expect(heading(page)).toHaveText('Tips and stories')
  await expect(page.getByText('1 is past its review date')).toBeVisible()
  await follow(page, 'New tip', 'New tip or story')
  await page.getByRole('radio', { name: 'Story' }).click()
  await page.getByLabel('Title').fill(title)
  await page.getByLabel('One sentence').fill('A story of light.')
  await page.getByLabel('Words').fill('## Light\n\nI sat **by the window**.\n\n<script>alert(1)</script>')
  await expect(
    page.getByRole('region', { name: 'As it will read' }).getByRole('heading', { name: 'Light' }),
  ).toBeVisible()
  await page.getByLabel('By', { exact: true }).fill('Somebody (made up)')
  await page.getByLabel('Where the consent is filed').fill('File 7')
  await page.getByRole('button', { name: 'Save draft' }).click()
  await page.getByRole('button', { name: 'Send to review' }).click()
  await expect(page.getByText('Another editor publishes this story')).toBeVisible()
  const place = new URL(page.url()).pathname
  const address = `/tips/${await page.getByLabel('Address').inputValue()}`

  const reader = await visit()
  expect((await reader.page.goto(address))?.status()).toBe(404)
  const second = await enter('hywel@demo.example', 'content_editor')
  await second.page.goto(place)
  await second.page.getByRole('button', { name: 'Publish' }).click()
  await expect(second.page.getByText('Published. Everybody can read it.')).toBeVisible()
  expect((await reader.page.goto(address))?.status()).toBe(200)
  await expect(heading(reader.page)).toHaveText(title)
  await expect(reader.page.getByText('<script>alert(1)</script>')).toBeVisible()

  await second.page.getByRole('button', { name: 'Take it down' }).click()
  await second.page.getByRole('alertdialog').getByRole('button', { name: 'Take it down' }).click()
  await expect(second.page.getByText('This was taken down.')).toBeVisible()
  expect((await reader.page.goto(address))?.status()).toBe(404)
})

test('a tip kept on a phone with no account opens offline, and is gone when it is removed', async ({ visit }) => {
  const { page } = await visit()
  await page.goto('/tips/ring-one-person')
  await page.getByRole('button', { name: 'Save for offline' }).click()
  await expect(page.getByText('Saved on this phone')).toBeVisible()
  await goOffline(page)
  await page.reload()
  await expect(heading(page)).toHaveText('Ring one person')
  await page.goto('/tips')
  await expect(page.getByText('You are offline. These are the tips on this phone.')).toBeVisible()
  await page.getByRole('link', { name: 'Ring one person' }).click()
  await expect(heading(page)).toHaveText('Ring one person')
  await page.goto('/tips')
  await page.getByRole('button', { name: 'Remove Ring one person from this phone' }).click()
  await expect(page.getByText('You are offline, and no tips are on this phone yet.')).toBeVisible()
  await goOnline(page)
  await page.goto('/tips')
  await expect(page.getByRole('link', { name: "Sign up, it's free" })).toBeVisible()
})

test('Kofi saves a tip for himself and reads it with no signal, on that phone alone', async ({ enter, visit }) => {
  const { page } = await enter('kofi@demo.example', 'patient')
  await page.goto('/tips')
  await expect(page.getByText('Nothing saved yet.')).toBeVisible()
  await page
    .getByRole('region', { name: 'All tips' })
    .getByRole('link', { name: /^The first year/ })
    .click()
  await expect(heading(page)).toHaveText('The first year')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Remove from saved' })).toBeVisible()
  await untilKept(page, 'tips:saved')
  await untilKept(page, 'own:')
  await goOffline(page)
  await page.goto('/tips')
  await page
    .getByRole('region', { name: 'Saved' })
    .getByRole('link', { name: /^The first year/ })
    .click()
  await expect(page.getByText('There is no right way to feel', { exact: false }).first()).toBeVisible()
  await goOnline(page)
  await page.getByRole('button', { name: 'Remove from saved' }).click()
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeVisible()

  const stranger = await visit()
  await stranger.page.goto('/tips')
  await expect(stranger.page.getByText('On this phone')).toBeHidden()
})

test('a tip’s address opens the app for somebody signed in, and the page for everybody else', async ({
  enter,
  visit,
}) => {
  const raj = await enter('raj@demo.example', 'carer', desktop)
  await raj.page.goto('/tips/a-warm-room')
  await expect(heading(raj.page)).toHaveText('One warm room')
  await expect(raj.page.getByRole('navigation', { name: 'Main' })).toBeVisible()
  await expect(raj.page.getByRole('button', { name: 'Save', exact: true })).toHaveCount(0)
  const { page } = await visit()
  await page.goto('/tips/a-warm-room')
  await expect(page.getByRole('link', { name: 'I have an account' })).toBeVisible()
})
