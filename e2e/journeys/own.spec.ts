import type { Page } from '@playwright/test'
import { goOffline, goOnline, untilKept } from '../stage/device.ts'
import { follow, heading, openRow, unheard } from '../stage/talk.ts'
import { type Actor, expect, test } from '../stage/test.ts'

const chip = (page: Page, name: string) => page.getByRole('radio', { name, exact: true })
const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true })

/** Everything of one's own that is seen again offline. */
async function openAndKeep({ page }: Actor, place: string, title: string): Promise<void> {
  await page.goto(place)
  await expect(heading(page)).toHaveText(title)
  await expect(page.locator('[aria-busy=true]:visible')).toHaveCount(0)
  await untilKept(page, 'own:')
}

test('three taps from Today are a night’s sleep', async ({ enter }) => {
  const { page } = await enter('shirin@demo.example', 'patient')
  await page.goto('/today')
  const sleep = page.getByRole('region', { name: 'How are things?' }).getByRole('link', { name: 'Sleep' })
  await expect(sleep).toBeVisible()
  await page.evaluate(() => {
    Object.assign(globalThis, { taps: 0 })
    addEventListener('pointerup', () => void (globalThis as unknown as { taps: number }).taps++, true)
  })
  await sleep.tap()
  await chip(page, '6 hours').tap()
  await save(page).tap()
  await expect(page.getByRole('status').filter({ hasText: 'Saved, 6 hours' })).toBeVisible()
  expect(await page.evaluate(() => (globalThis as unknown as { taps: number }).taps)).toBe(3)

  await page.getByRole('link', { name: 'Done' }).tap()
  await expect(heading(page)).toHaveText('Track')
  await expect(page.getByText(/^6 hours/)).toBeVisible()
})

test('what is logged on two devices with no signal is on both once they are back', async ({ enter }) => {
  const phone = await enter('aisha@demo.example', 'patient')
  const tablet = await enter('aisha@demo.example', 'patient')
  for (const device of [phone, tablet]) {
    await openAndKeep(device, '/track', 'Track')
    await goOffline(device.page)
  }
  const thought = unheard('The bus was late and I did not mind')
  await phone.page.getByRole('link', { name: /^(Log|Change) Sleep$/ }).click()
  await chip(phone.page, '5 hours').click()
  await save(phone.page).click()
  await expect(phone.page.getByText('Saved on this phone. Will sync later.')).toBeVisible()
  await tablet.page.getByRole('link', { name: 'Diary' }).click()
  await tablet.page.getByLabel("What's on your mind?").fill(thought)
  await save(tablet.page).click()
  await expect(
    tablet.page.getByRole('link', { name: thought }).or(tablet.page.getByText(thought)).first(),
  ).toBeVisible()
  for (const { page } of [phone, tablet]) await page.reload()
  await expect(tablet.page.getByText(thought).first()).toBeVisible()

  for (const { page } of [phone, tablet]) await goOnline(page)
  await phone.page.goto('/diary')
  await tablet.page.goto('/track')
  await expect(phone.page.getByText(thought).first()).toBeVisible()
  await expect(tablet.page.getByText(/^5 hours/)).toBeVisible()
})

test('a goal, from its words to its last step and achieved', async ({ enter }) => {
  const { page } = await enter('shirin@demo.example', 'patient')
  const words = unheard('Go out on my own again')
  await page.goto('/goals')
  await page.getByRole('link', { name: 'Add a goal' }).click()
  await page.getByLabel('What would you like to change?').fill(words)
  await page.getByRole('button', { name: 'Continue' }).click()
  await chip(page, 'Mental health').click()
  await page.getByLabel('What is one small thing you could do first?').fill('Walk to the post box')
  await expect(page.getByRole('radio', { name: 'Only me' })).toBeChecked()
  await page.getByRole('button', { name: 'Save goal' }).click()
  await expect(page.getByText(words)).toBeVisible()
  await page.getByLabel('Add a small step').fill('Walk to the shop')
  await page.getByRole('button', { name: 'Add step' }).click()
  await page.getByRole('checkbox', { name: 'Walk to the post box' }).check()
  await expect(page.getByText('1 of 2 steps').first()).toBeVisible()
  await page.getByRole('checkbox', { name: 'Walk to the shop' }).check()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Mark as achieved' }).click()
  await expect(page.getByText(/^Achieved on /)).toBeVisible()
  await page.reload()
  await expect(page.getByText(/^Achieved on /)).toBeVisible()
  await follow(page, 'Back', 'Goals')
  await follow(page, /^Achieved \(/, 'Achieved')
  await expect(page.getByText(words)).toBeVisible()
})

test('a safety plan is at hand with no signal: from its place, and from Get help now', async ({ enter }) => {
  const aisha = await enter('aisha@demo.example', 'patient')
  const { page } = aisha
  const sign = unheard('I stop answering my phone')
  await page.goto('/plan/safety')
  await page.getByRole('link', { name: 'Start my safety plan' }).click()
  await page.getByLabel('Line 1').fill(sign)
  await save(page).click()
  await expect(heading(page)).toHaveText('My safety plan')
  await expect(page.getByText(sign)).toBeVisible()
  await openAndKeep(aisha, '/plan/safety', 'My safety plan')

  await goOffline(page)
  await page.reload()
  await expect(page.getByText(sign)).toBeVisible()
  await page.goto('/today')
  await page.getByRole('link', { name: 'Get help now' }).click()
  await page.getByRole('dialog').getByRole('link', { name: 'Open my safety plan' }).click()
  await expect(heading(page)).toHaveText('My safety plan')
  await expect(page.getByText(sign)).toBeVisible()
})

test('Shirin shares her sleep and Sam has it at once; she stops, and it is gone from Sam’s screen', async ({
  enter,
}) => {
  const shirin = await enter('shirin@demo.example', 'patient')
  const sam = await enter('sam@demo.example', 'practitioner')
  await openRow(sam.page, /^Shirin/)
  await sam.page.getByRole('link', { name: 'Open page' }).click()
  await sam.page
    .getByRole('tab', { name: 'Trackers' })
    .or(sam.page.getByRole('link', { name: 'Trackers' }))
    .click()
  const heard = sam.page.getByRole('heading', { name: 'Sleep' })
  await expect(sam.page.getByText(/^Nothing is shared with your team here/)).toBeVisible()

  const { page } = shirin
  await page.goto('/track')
  const row = page.getByRole('listitem').filter({ hasText: 'Sleep' })
  await row.getByRole('button', { name: 'Only you can see this' }).click()
  const sheet = page.getByRole('dialog', { name: 'Who can see this' })
  await sheet.getByRole('radio', { name: 'Shared' }).click()
  const team = sheet.getByRole('checkbox', { name: 'Lichfield Wellbeing' })
  await team.click()
  await expect(team).toBeChecked()
  await expect(heard.first()).toBeVisible()
  await team.click()
  await expect(team).not.toBeChecked()
  await expect(heard).toHaveCount(0)
})
