import { ask } from '../stage/control.ts'
import { bubble, follow, heading, openConversation, openRow, unheard, write } from '../stage/talk.ts'
import { expect, test } from '../stage/test.ts'

test('three steps make an account, with the code read at /dev/mail; an invite joins a service, and the team reads the first message', async ({
  visit,
  enter,
}) => {
  const { page, openTab } = await visit()
  const email = `${unheard('new').replace(/\W/g, '')}@post.example`
  await page.goto('/')
  await follow(page, "Sign up, it's free", 'Sign up')

  await expect(page.getByText('Step 1 of 3')).toBeVisible()
  await page.getByRole('button', { name: 'Continue' }).click()
  const summary = page.getByRole('alert').filter({ hasText: 'There is a problem' })
  await expect(summary).toBeFocused()
  await expect(page).toHaveTitle(/^Error:/)
  await summary.getByRole('link').click()
  await expect(page.getByLabel('Your email')).toBeFocused()
  await page.getByLabel('What should we call you?').fill('Zofia')
  await page.getByLabel('Your email').fill(email)
  await page.getByLabel('Yes, only I read it').check()
  await page.getByRole('button', { name: 'Continue' }).click()

  await expect(heading(page)).toHaveText('Enter the code we sent')
  await expect(heading(page)).toBeFocused()
  await expect(page.getByText('Step 2 of 3')).toBeVisible()
  await page.getByLabel('Code', { exact: true }).fill('000000')
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByText('That code did not work. Check it, or ask for a new one.').first()).toBeVisible()
  const mail = await openTab()
  const letter = mail.getByRole('listitem').filter({ hasText: email })
  await expect(async () => {
    await mail.goto('/dev/mail')
    await expect(letter).toBeVisible({ timeout: 500 })
  }).toPass()
  const code = /\b\d{6}\b/.exec((await letter.locator('pre').textContent()) ?? '')?.[0] ?? ''
  await mail.close()
  await page.getByLabel('Code', { exact: true }).fill(code)
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(heading(page)).toHaveText('Make a password')
  await page.getByLabel('Password', { exact: true }).fill('three odd herons')
  await page.getByRole('button', { name: 'Continue' }).click()

  await expect(page.getByText('Step 3 of 3')).toBeVisible()
  await follow(page, 'Back', 'Make a password')
  await page.getByRole('button', { name: 'Continue' }).click()
  for (const tick of ['I am 13 or over', 'I agree to the terms', 'I have read how my data is used'])
    await page.getByLabel(tick).check()
  await page.getByRole('button', { name: 'Create my account' }).click()
  await expect(heading(page)).toHaveText('What would help?')
  await page.getByLabel('Sleep').check()
  await page.getByRole('button', { name: 'Continue' }).click()
  for (const [card, way] of [
    ['Are you with a service?', 'Not now'],
    ['Is it safe to contact you?', 'Skip'],
  ] as const) {
    await expect(heading(page)).toHaveText(card)
    await page.getByRole('button', { name: way }).click()
  }
  await page.getByRole('button', { name: 'Go to Today' }).click()
  await expect(heading(page)).toHaveText('Today')
  await expect(page.getByText('Start with one small thing.')).toBeVisible()

  // The team has her on record and gives her a code.
  const nia = await enter('nia@demo.example', 'coordinator')
  const personId = await ask('record', {
    given: 'Zofia',
    family: 'Kowal',
    bornOn: '1990-06-15',
    service: 'Lichfield Wellbeing',
  })
  const { services } = await nia.act<{ services: { serviceId: string }[] }>('service.listMine', {})
  const invitation = { serviceId: services[0]?.serviceId, enrolmentId: crypto.randomUUID(), personId }
  const invite = await nia.act<{ code: string }>('enrolment.invite', invitation)
  await follow(page, 'I have an invite code', 'Join a service')
  await page.getByLabel('Invite code').fill(invite.code)
  for (const [box, part] of Object.entries({ Day: '16', Month: '6', Year: '1990' }))
    await page.getByLabel(box).fill(part)
  await page.getByRole('button', { name: 'Join', exact: true }).click()
  await expect(page.getByText('We could not match those details. Ask your team for a code.').first()).toBeVisible()
  await page.getByLabel('Day').fill('15')
  await page.getByRole('button', { name: 'Join', exact: true }).click()
  await expect(page.getByText('You have joined Lichfield Wellbeing.')).toBeVisible()

  await openConversation(page)
  await expect(page.getByText('Your message goes to everyone in Lichfield Wellbeing.')).toBeVisible()
  const hello = unheard('Hello, I am new here')
  await write(page, hello)
  await expect(bubble(page, hello)).toContainText(/Sent|Seen by the team/)
  await openRow(nia.page, /^Zofia/)
  await expect(bubble(nia.page, hello)).toBeVisible()
})

test('an address in use is never told apart on the screen; its holder is told privately', async ({ visit }) => {
  const screens: string[] = []
  for (const email of ['kofi@demo.example', `${unheard('free').replace(/\W/g, '')}@post.example`]) {
    const { page } = await visit()
    await page.goto('/join/1')
    await page.getByLabel('Your email').fill(email)
    await page.getByLabel('Yes, only I read it').check()
    await page.getByRole('button', { name: 'Continue' }).click()
    await expect(page.getByText('Step 2 of 3')).toBeVisible()
    screens.push((await page.locator('body').ariaSnapshot()).replaceAll(email, '…'))
  }
  expect(screens[0]).toBe(screens[1])
})
