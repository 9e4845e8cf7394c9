import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { getOwn } from '@weft/contract/own/operations.ts'
import type { OwnState } from '@weft/contract/own/parts.ts'
import { stopSharing } from '@weft/contract/sharing/operations.ts'
import { createCalendar } from '../server/src/demo/calendar.ts'
import { setClock } from './stage/clock.ts'
import { ask } from './stage/control.ts'
import { goOffline, untilKept } from './stage/device.ts'
import { folder, type Picture, writeGallery } from './stage/gallery.ts'
import { type AppLooked, sidewaysPx, smallTargets, untilStill, violations } from './stage/looks.ts'
import { desktop, smallPhone } from './stage/screens.ts'
import { bubble, composer, heading, openConversation, openRow, write } from './stage/talk.ts'
import { type Actor, expect, test } from './stage/test.ts'

// The pictures of experience.md 8 whose features exist, on a town of their own and in the order of the story: its clock only goes forwards.

const calendar = createCalendar({ asWritten: true })
const rules = ['color-contrast', 'label', 'select-name', 'button-name', 'link-name', 'input-button-name', 'image-alt']
const taken: Picture[] = []

test.describe.configure({ mode: 'default' })
test.beforeAll(() => void mkdirSync(folder, { recursive: true }))
test.afterAll(() => writeGallery(taken.sort((a, b) => a.file.localeCompare(b.file))))

/** Takes a picture of what stands there, and fails when it is wider than its window, or holds a nameless, faint or small control. */
async function picture(page: Page, app: AppLooked, what: Picture): Promise<void> {
  await untilStill(page)
  await page.screenshot({ path: join(folder, `${what.file}.png`), animations: 'disabled', caret: 'hide' })
  taken.push(what)
  expect(await sidewaysPx(page), 'wider than its window').toBeLessThanOrEqual(0)
  expect(await violations(page, rules)).toEqual([])
  expect(await smallTargets(page, app)).toEqual([])
}

/** Scrolls so far that it stands close over the bar at the foot. */
const standOverBar = (part: Locator): Promise<void> =>
  part.evaluate((element) => {
    const bar = document.querySelector('nav[aria-label=Main]')?.getBoundingClientRect().top ?? innerHeight
    scrollBy({ top: element.getBoundingClientRect().bottom - bar + 16, behavior: 'instant' })
  })

/** Everything of the people's app that is seen again offline. */
async function openAndKeep({ page }: Actor): Promise<void> {
  await openConversation(page)
  await untilKept(page, 'conversation:')
  await untilKept(page, 'my-conversations:')
}

test('01 welcome', async ({ visit }) => {
  const { page } = await visit()
  await page.goto('/')
  await expect(page.getByRole('link', { name: 'Awake at three in the morning' })).toBeVisible()
  await expect(page.getByRole('link', { name: "Sign up, it's free" })).toBeVisible()
  await picture(page, 'people', {
    file: '01-welcome-tips',
    viewport: 'phone',
    who: 'nobody',
    shows: 'The public home: search, five ways and tips, with signing up below',
  })
})

test('02 Get help now, with no network', async ({ enter }) => {
  const kofi = await enter('kofi@demo.example', 'patient')
  const { page } = kofi
  await openAndKeep(kofi)
  await page.goto('/today')
  await goOffline(page)
  await page.reload()
  await expect(page.getByText('No internet. Carry on, we will save it.')).toBeVisible()
  await page.getByRole('link', { name: 'Get help now' }).click()
  const sheet = page.getByRole('dialog')
  await expect(sheet).toContainText('Lichfield Wellbeing')
  await expect(sheet.getByRole('heading', { name: 'What has helped me before' })).toBeVisible()
  await sheet.getByText(/^We checked these numbers/).scrollIntoViewIfNeeded()
  for (const part of [sheet.getByText(/Lichfield Wellbeing/), sheet.getByText(/^We checked these numbers/)])
    await expect(part.first()).toBeInViewport()
  await picture(page, 'people', {
    file: '02-help-offline',
    viewport: 'phone',
    who: 'Kofi, no network',
    shows: 'Get help now with his own team’s line, what he pinned, and when the numbers were checked',
  })
})

test('03 a code that is not right', async ({ visit }) => {
  const { page } = await visit(smallPhone)
  await page.goto('/join/1')
  await page.getByLabel('What should we call you?').fill('Ade')
  await page.getByLabel('Your email').fill('ade@post.example')
  await page.getByLabel('Yes, only I read it').check()
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(heading(page)).toHaveText('Enter the code we sent')
  await page.getByLabel('Code', { exact: true }).fill('12345')
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByText('There is a problem')).toBeVisible()
  await picture(page, 'people', {
    file: '03-sign-up-code-error',
    viewport: 'small phone',
    who: 'somebody new',
    shows: 'Step 2 with the error summary',
  })
})

test('04 Today in the evening', async ({ enter }) => {
  const kofi = await enter('kofi@demo.example', 'patient')
  const { page } = kofi
  await openAndKeep(kofi)
  await goOffline(page)
  await page.reload()
  await write(page, 'I slept a bit this afternoon, so tonight may be long.')
  await expect(page.getByText('Not sent yet')).toBeVisible()
  await page.getByRole('link', { name: 'Back' }).click()
  await page.getByRole('link', { name: 'Today' }).click()
  await expect(page.getByText('1 message not sent yet')).toBeVisible()
  await expect(page.getByText('No internet. Carry on, we will save it.')).toBeVisible()
  await picture(page, 'people', {
    file: '04-today-evening',
    viewport: 'phone',
    who: 'Kofi, day 9',
    shows: 'The strip with what is not sent, his card and the tiles',
  })
})

test('07 a conversation with the keyboard open', async ({ enter }) => {
  const { page } = await enter('denise@demo.example', 'patient', smallPhone)
  await openConversation(page, /Health Coaching|Money Advice/)
  await composer(page).click()
  // The keyboard takes the lower part of the screen, and the page shrinks to what is left.
  await page.setViewportSize({ width: 360, height: 440 })
  await composer(page).fill(
    'I did the walk we talked about.\nTwice round the park.\nMy knee was fine.\nSame again Friday?',
  )
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden()
  await expect(page.getByRole('link', { name: 'Get help now' })).toBeInViewport({ ratio: 1 })
  await expect(page.getByRole('button', { name: 'Send', exact: true })).toBeInViewport({ ratio: 0.95 })
  await picture(page, 'people', {
    file: '07-conversation-keyboard',
    viewport: 'small phone, above its keyboard',
    who: 'Denise',
    shows: 'Four lines being written, top bar and help in view',
  })
})

test('18 a carer’s own conversation', async ({ enter }) => {
  const { page } = await enter('raj@demo.example', 'carer')
  await openConversation(page)
  const words = 'She slept most of Tuesday. I do not want her to know I asked, but is that the new tablets?'
  await page.getByLabel('Keep this from Meera').check()
  await write(page, words)
  await expect(bubble(page, words)).toContainText('Sent')
  await page.getByLabel('Keep this from Meera').uncheck()
  // The automatic reply of the closed service stands below it.
  await bubble(page, words).scrollIntoViewIfNeeded()
  await picture(page, 'people', {
    file: '18-carer-home',
    viewport: 'phone',
    who: 'Raj',
    shows: 'The supporting bar, his own conversation, a message kept from Meera',
  })
})

test('09 and 10 how it is going, as charts and as a table', async ({ enter }) => {
  const { page } = await enter('kofi@demo.example', 'patient')
  await page.goto('/track/overview')
  await page.getByRole('radio', { name: '28 days' }).check()
  await expect(page.getByRole('radio', { name: '28 days' })).toBeChecked()
  await expect(page.locator('.wf-chart').first()).toBeVisible()
  await picture(page, 'people', {
    file: '09-overview-28-days',
    viewport: 'phone',
    who: 'Kofi',
    shows: 'A sentence, charts with gaps, and what is shared',
  })
  await page.getByRole('button', { name: 'Show as a table' }).first().click()
  await page.evaluate(() => document.documentElement.style.setProperty('--text-scale', '2'))
  const days = page.getByRole('table').first().getByRole('row')
  await days.nth(1).evaluate((row) => row.scrollIntoView({ block: 'center' }))
  await expect(page.getByRole('table').first()).toBeInViewport()
  await picture(page, 'people', {
    file: '10-overview-table',
    viewport: 'phone, 200 % text',
    who: 'Kofi',
    shows: 'The same days as a table',
  })
})

test('08 a night in three taps', async ({ enter }) => {
  const { page, act, session } = await enter('kofi@demo.example', 'patient', smallPhone)
  const { personId } = session
  const { sharing } = await act<OwnState>(getOwn.name, { personId })
  for (const { serviceId, scope } of sharing.shares.filter((share) => share.scope === 'sleep'))
    await act(stopSharing.name, { personId, changeId: crypto.randomUUID(), serviceId, scope })
  await page.goto('/track/sleep/2026-04-22')
  await page.getByRole('radio', { name: '6 hours', exact: true }).check()
  await page.getByRole('checkbox', { name: '+ half an hour' }).check()
  await page.getByRole('radio', { name: '2', exact: true }).check()
  const mark = page.getByRole('main').getByText('Only you can see this')
  await standOverBar(mark)
  for (const part of [mark, page.getByText('6', { exact: true })]) await expect(part).toBeInViewport({ ratio: 1 })
  await picture(page, 'people', {
    file: '08-sleep-quick',
    viewport: 'small phone',
    who: 'Kofi',
    shows: '6 hours and a half, woke twice, for him alone',
  })
})

test('11 and 12 a goal of her own about money, and achieving it', async ({ enter }) => {
  const { page } = await enter('denise@demo.example', 'patient')
  await page.goto('/goals')
  await page.getByRole('main').getByRole('listitem').filter({ hasText: 'Money' }).getByRole('link').first().click()
  await expect(page.getByRole('heading', { name: 'Small steps' })).toBeVisible()
  await expect(page.getByText('3 of 5 steps')).toBeVisible()
  const who = page.getByRole('group', { name: 'Who can see this' })
  await who.getByRole('radio', { name: 'Shared' }).check()
  await who.scrollIntoViewIfNeeded()
  await picture(page, 'people', {
    file: '11-goal-private-money',
    viewport: 'phone',
    who: 'Denise',
    shows: 'A goal that only she sees, and whom she could let see it',
  })
  await who.getByRole('radio', { name: 'Only me' }).check()
  const open = page.getByRole('checkbox', { checked: false })
  for (let left = await open.count(); left > 0; left -= 1) {
    await open.first().check()
    await expect(open).toHaveCount(left - 1)
  }
  await expect(page.getByRole('alertdialog')).toBeVisible()
  await picture(page, 'people', {
    file: '12-goal-achieved',
    viewport: 'phone',
    who: 'Denise',
    shows: 'Every step is ticked: is it achieved?',
  })
})

test('13 a safety plan, right to left', async ({ enter }) => {
  const { page, act } = await enter('shirin@demo.example', 'patient')
  await act('settings.change', { language: 'fa' })
  await page.goto('/plan/safety')
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await expect(page.locator('.plan-part').first()).toBeVisible()
  await picture(page, 'people', {
    file: '13-safety-plan',
    viewport: 'phone, right to left',
    who: 'Shirin',
    shows: 'Six parts in order, with numbers to call',
  })
})

const badNight = 'Bad night again. I am dying for sleep. Is it worth ringing anyone at this hour?'

test('05 a conversation at night, not sent', async ({ enter }) => {
  await setClock(calendar.at(9, '23:50'))
  const kofi = await enter('kofi@demo.example', 'patient')
  const { page } = kofi
  await openAndKeep(kofi)
  await goOffline(page)
  await page.reload()
  await write(page, badNight)
  await expect(bubble(page, badNight)).toContainText('Not sent yet')
  await expect(page.getByText('No internet. Carry on, we will save it.')).toBeVisible()
  await picture(page, 'people', {
    file: '05-conversation-unsent',
    viewport: 'phone',
    who: 'Kofi, 11:50pm, offline',
    shows: 'The dashed bubble, who can see it, and when he should hear',
  })
})

test('06 whom to call straight away', async ({ enter }) => {
  const { page } = await enter('kofi@demo.example', 'patient', { colorScheme: 'dark' })
  await openConversation(page)
  // What the closed service answers by itself comes once in twelve hours.
  await write(page, 'Hello, is anyone about?')
  await expect(page.getByText(/If you cannot wait/).last()).toBeVisible()
  await write(page, badNight)
  await expect(bubble(page, badNight)).toContainText('Sent')
  const mark = bubble(page, badNight).locator('.wf-send-mark').last()
  await mark.evaluate((sent) => sent.scrollIntoView({ block: 'nearest' }))
  await expect(mark).toBeInViewport({ ratio: 1 })
  await expect(page.getByText(/You do not have to wait for us/)).toBeInViewport()
  await picture(page, 'people', {
    file: '06-conversation-help-card',
    viewport: 'phone, dark',
    who: 'Kofi',
    shows: 'Sent, when he should hear, and whom to call straight away',
  })
})

test('19 the inbox in three panes', async ({ enter }) => {
  await setClock(calendar.at(10, '09:05'))
  const nia = await enter('nia@demo.example', 'coordinator')
  const sam = await enter('sam@demo.example', 'practitioner')
  await openRow(sam.page, /^Kofi/)
  await openRow(nia.page, /^Kofi/)
  await sam.page.getByRole('textbox', { name: 'Reply to Kofi' }).fill('Morning Kofi. Thank you for writing. I can ring')
  await expect(sam.page.getByText('Nia Hughes viewing').first()).toBeVisible()
  await sam.page.getByRole('button', { name: 'Jump to newest' }).click()
  await expect(bubble(sam.page, badNight)).toBeInViewport()
  await picture(sam.page, 'staff', {
    file: '19-inbox-three-panes',
    viewport: 'desktop',
    who: 'Sam, day 10, 9:05am',
    shows: 'What waits first, Nia viewing, “Send to Kofi”',
  })
})

test('20 a person’s page', async ({ enter }) => {
  const { page } = await enter('priya@demo.example', 'coordinator', { ...desktop, colorScheme: 'dark' })
  await page.goto('/staff/caseload')
  await page.getByText('Denise', { exact: false }).first().click()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/people\//)
  await expect(page.getByText('Do not text. Call 9am to midday.').first()).toBeVisible()
  await expect(page.getByRole('log')).toBeVisible()
  await picture(page, 'staff', {
    file: '20-person-overview',
    viewport: 'desktop, dark',
    who: 'Priya',
    shows: 'Denise’s header with how it is safe to contact her, and her messages',
  })
})

test('21 a caseload of 2,000, and finding somebody', async ({ enter }) => {
  await ask('crowd', { service: 'Lichfield Wellbeing', people: 2_000 })
  const { page } = await enter('nia@demo.example', 'coordinator')
  await page.goto('/staff/caseload')
  await expect(page.getByText(/^2,\d+ people$/)).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('ko')
  await expect(page.getByRole('option').first()).toBeVisible()
  await picture(page, 'staff', {
    file: '21-caseload-2000',
    viewport: 'desktop',
    who: 'Nia',
    shows: '2,000 people with filters, and the palette over them',
  })
})
