import type { Page } from '@playwright/test'
import { type AppLooked, sidewaysPx, smallTargets, titles, untilStill, violations } from './stage/looks.ts'
import { mailbox } from './stage/mail.ts'
import { notLookedAt, placesOfTheirOwn } from './stage/places.ts'
import { personTabs, staffNotLookedAt } from './stage/staff-places.ts'
import { bubble, composer, follow, heading, openConversation, openRow, unheard, write } from './stage/talk.ts'
import { expect, test } from './stage/test.ts'

/** Everything a machine can find wrong with what a page shows now, in both themes, at its own width and at 320 px with 200 % text. */
async function look(page: Page, app: AppLooked, screen: string): Promise<string[]> {
  const found: string[] = []
  const size = page.viewportSize() ?? { width: 390, height: 844 }
  await expect.poll(() => titles(page), `${screen}: one title`).toHaveLength(1)
  await showAll(page, size)
  await untilStill(page)
  found.push(...(await violations(page)), ...(await smallTargets(page, app)))

  await page.emulateMedia({ colorScheme: 'dark' })
  await untilStill(page)
  // Dark differs from light in its colours alone.
  found.push(...(await violations(page, ['color-contrast'])).map((line) => `dark: ${line}`))
  await page.emulateMedia({ colorScheme: 'light' })

  await page.setViewportSize({ width: 320, height: size.height })
  for (const scale of ['1', '2']) {
    await page.evaluate((to) => document.documentElement.style.setProperty('--text-scale', to), scale)
    const over = await sidewaysPx(page)
    if (over > 0) found.push(`${over} px too wide at 320 px, text ${scale} ×`)
  }
  await page.evaluate(() => document.documentElement.style.removeProperty('--text-scale'))
  await page.setViewportSize(size)
  return found.map((line) => `${screen}: ${line}`)
}

test.describe.configure({ mode: 'parallel' })

const room = 300

/** A window taller than the page, once that grows no more: what merely lies under the bar until it is scrolled up is not covered. */
async function showAll(page: Page, size: { width: number; height: number }): Promise<void> {
  let height = size.height
  for (;;) {
    const tall = await stillHeight(page)
    if (tall <= height) return
    height = tall + room
    await page.setViewportSize({ ...size, height })
  }
}

/** How tall the page is, once that has been the same in so many pictures on end. */
const stillHeight = (page: Page): Promise<number> =>
  page.evaluate(async (pictures) => {
    const tall = () => document.documentElement.scrollHeight
    let before = tall()
    for (let same = 0; same < pictures; ) {
      await new Promise(requestAnimationFrame)
      const now = tall()
      same = now === before ? same + 1 : 0
      before = now
    }
    return before
  }, 12)

/** Opens each place and looks at it; a place that is not shown to them is a mistake. */
async function lookAtAll(page: Page, app: AppLooked, places: readonly string[], about = ''): Promise<string[]> {
  const found: string[] = []
  for (const place of places) {
    // What is late says so only after a while.
    await page.goto(place, { waitUntil: 'networkidle' })
    await expect(heading(page).first()).toBeVisible()
    await expect(page.locator('[aria-busy=true]:visible')).toHaveCount(0)
    await expect(heading(page).first(), place).not.toHaveText(/can.t show/)
    found.push(...(await look(page, app, place + about)))
  }
  return found
}

/** The day on which the town stands. */
const today = '2026-04-22'

const signedOut = {
  '/': 'Weft',
  '/join/1': 'Sign up',
  '/sign-in': 'Sign in',
  '/sign-in/code': 'Sign in with a code',
  '/sign-in/new-password': 'Set a new password',
}
const known = {
  '/today': 'Today',
  '/messages': 'Messages',
  '/invite': 'Join a service',
  '/settings': 'Settings',
  '/settings/devices': 'Devices signed in',
  '/nowhere': /can't show/,
}
const kept = [
  '/track',
  '/track/choose',
  '/track/overview',
  `/track/sleep/${today}`,
  `/track/sleep/${today}/full`,
  '/track/mood',
  `/track/mood/${today}`,
  '/diary',
  '/goals',
  '/goals/new',
  '/goals/achieved',
  '/goals/let-go',
  '/goals/deleted',
  '/plan',
  '/plan/safety',
  '/plan/safety/signs',
  '/plan/coping/new',
  '/plan/about',
  '/plan/about/hobbies',
]
const settings = [
  '/privacy',
  '/privacy/log',
  '/tips',
  '/tips/awake-at-three',
  '/feedback',
  '/settings/contact',
  '/settings/notifications',
  '/settings/quiet-hours',
  '/settings/reminders',
  '/settings/reminders/new',
  '/settings/app-lock',
  '/settings/name',
  '/settings/export',
  '/settings/import',
  '/settings/close',
  '/start',
  '/start/1',
  '/start/2',
  '/start/3',
  '/start/4',
]

const staffRooms = {
  '/staff/caseload': 'Caseload',
  '/staff/team': 'Team of Lichfield Wellbeing',
  '/staff/me': 'My settings',
  '/staff/nowhere': /can.t show/,
  '/staff/inbox/all': 'Inbox',
}
const desk = ['/staff/tips', '/staff/tips/new', '/staff/feedback']

test('each route of the portal is looked at here', () => {
  // The first page and what leads to it; a person's page is opened by their row, and looked at tab by tab.
  const elsewhere = ['/staff/', '/staff/sign-in', '/staff/people/1/goals']
  expect(staffNotLookedAt([...Object.keys(staffRooms), ...desk, ...elsewhere])).toEqual([])
  expect(personTabs()).toContain('messages')
})

test('each route of the people’s app is looked at here', () => {
  // What a notice leads to is another place; a conversation is opened by its row.
  const elsewhere = ['/n/:id', '/messages/:id']
  const places = [...Object.keys(signedOut), ...Object.keys(known), ...kept, ...settings, ...placesOfTheirOwn.patterns]
  expect(notLookedAt(places).filter((pattern) => !elsewhere.includes(pattern))).toEqual([])
})

test('signed out: every screen of the people’s app', async ({ visit }) => {
  test.setTimeout(120_000)
  const { page } = await visit()
  const found: string[] = []
  for (const [place, title] of Object.entries(signedOut)) {
    await page.goto(place)
    await expect(heading(page)).toHaveText(title)
    found.push(...(await look(page, 'people', place)))
  }
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByText('There is a problem')).toBeVisible()
  found.push(...(await look(page, 'people', '/sign-in with errors')))
  await page.goto('/join/1')
  const email = `${unheard('look').replace(/\W/g, '')}@post.example`
  const mail = await mailbox(page, email)
  await page.getByLabel('Your email').fill(email)
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(heading(page)).toHaveText('Enter the code we sent')
  found.push(...(await look(page, 'people', '/join/2')))
  await page.getByLabel('Code', { exact: true }).fill(await mail.nextCode())
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(heading(page)).toHaveText('Make a password')
  found.push(...(await look(page, 'people', 'Make a password')))
  await page.getByLabel('Password', { exact: true }).fill('three odd herons')
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByText('Step 3 of 3')).toBeVisible()
  found.push(...(await look(page, 'people', '/join/3')))
  await page.getByRole('link', { name: 'Get help now' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  found.push(...(await look(page, 'people', 'Get help now, the sheet')))
  for (const place of ['/help', '/weather.html']) {
    await page.goto(place)
    await expect(heading(page)).toBeVisible()
    found.push(...(await look(page, 'people', place)))
  }
  expect(found).toEqual([])
})

test('signed out: the public pages', async ({ visit }) => {
  test.setTimeout(120_000)
  const { page } = await visit()
  const places = [
    '/',
    '/tips',
    '/tips?words=sleep',
    '/tips?words=nothing+of+the+kind',
    '/tips?language=cy',
    '/about',
    '/feedback',
  ]
  const found = await lookAtAll(page, 'people', [
    ...places,
    '/feedback?sent=1',
    '/tips/awake-at-three',
    '/tips/i-counted-red-doors',
  ])
  expect((await page.goto('/tips/never-was'))?.status()).toBe(404)
  found.push(...(await look(page, 'people', 'a tip that is not there')))
  expect(found).toEqual([])
})

test('an editor: the desk', async ({ enter }) => {
  test.setTimeout(120_000)
  const { page, act } = await enter('bethan@demo.example', 'content_editor')
  const { rows } = await act<{ rows: { contentId: string; title: string }[] }>('content.list', {})
  const one = rows.find(({ title }) => title === 'Moving house')?.contentId
  const found = await lookAtAll(page, 'staff', [...desk, `/staff/tips/${one}`])
  await page.getByRole('button', { name: 'Take it down' }).click()
  await expect(page.locator('dialog[open]')).toBeVisible()
  found.push(...(await look(page, 'staff', 'taking a tip down')))
  await page.goto('/staff/tips/new')
  await page.getByRole('button', { name: 'Save draft' }).click()
  await expect(page.getByText('There is a problem')).toBeVisible()
  found.push(...(await look(page, 'staff', 'a tip with mistakes')))
  expect(found).toEqual([])
})

test('Kofi: every screen of the people’s app', async ({ enter }) => {
  test.setTimeout(180_000)
  const { page, act } = await enter('kofi@demo.example', 'patient')
  await act('settings.change', { messagePreviews: true })
  const found: string[] = []
  for (const [place, title] of Object.entries(known)) {
    await page.goto(place)
    await expect(heading(page)).toHaveText(title)
    await expect(page.locator('[aria-busy=true]:visible')).toHaveCount(0)
    found.push(...(await look(page, 'people', place)))
  }
  await page.goto('/today')
  await page.getByRole('button', { name: 'Menu' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  found.push(...(await look(page, 'people', 'Menu')))

  await openConversation(page)
  found.push(...(await look(page, 'people', 'a conversation')))
  const words = unheard('A message to look at')
  await write(page, words)
  await expect(bubble(page, words)).toContainText(/Sent|Seen/)
  await bubble(page, words).getByRole('button', { name: 'More for this message' }).click()
  await expect(page.getByRole('menu')).toBeVisible()
  found.push(...(await look(page, 'people', 'the menu of a message')))
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /can see this/ }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  found.push(...(await look(page, 'people', 'who can see this')))
  expect(found).toEqual([])
})

test('Kofi: what he keeps for himself, and who can see it', async ({ enter }) => {
  test.setTimeout(180_000)
  const { page } = await enter('kofi@demo.example', 'patient')
  const found = await lookAtAll(page, 'people', kept)
  await page.goto('/track')
  await page
    .getByRole('main')
    .getByRole('button', { name: /can see this|^You and/ })
    .first()
    .click()
  await expect(page.getByRole('dialog')).toBeVisible()
  found.push(...(await look(page, 'people', 'sharing')))
  expect(found).toEqual([])
})

test('Kofi: each goal, entry, reminder, plan and set of questions has a page of its own', async ({ enter }) => {
  test.setTimeout(180_000)
  const kofi = await enter('kofi@demo.example', 'patient')
  expect(await lookAtAll(kofi.page, 'people', await placesOfTheirOwn.of(kofi))).toEqual([])
})

test('Kofi: settings and privacy', async ({ enter }) => {
  test.setTimeout(120_000)
  const { page } = await enter('kofi@demo.example', 'patient')
  expect(await lookAtAll(page, 'people', settings)).toEqual([])
})

test('Raj: what a carer sees', async ({ enter }) => {
  const { page } = await enter('raj@demo.example', 'carer')
  await page.goto('/today')
  await expect(page.getByText('You are supporting Meera')).toBeVisible()
  const found = await look(page, 'people', '/today')
  await openConversation(page)
  await expect(page.getByLabel('Keep this from Meera')).toBeVisible()
  found.push(...(await look(page, 'people', 'a carer’s conversation')))
  expect(found).toEqual([])
})

test('staff: every screen of the portal', async ({ enter, visit }) => {
  test.setTimeout(180_000)
  const found: string[] = []
  const outside = await visit({ viewport: { width: 1440, height: 900 }, isMobile: false, hasTouch: false })
  await outside.page.goto('/staff/')
  await outside.page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(outside.page.getByText('There is a problem')).toBeVisible()
  found.push(...(await look(outside.page, 'staff', 'sign in with errors')))

  const { page } = await enter('nia@demo.example', 'coordinator')
  for (const [place, title] of Object.entries(staffRooms)) {
    await page.goto(place)
    await expect(heading(page).first()).toHaveText(title)
    await expect(page.locator('[aria-busy=true]:visible')).toHaveCount(0)
    found.push(...(await look(page, 'staff', place)))
  }
  await openRow(page, /^Kofi/)
  found.push(...(await look(page, 'staff', 'a conversation')))
  await page.getByRole('tab', { name: 'Staff note' }).click()
  found.push(...(await look(page, 'staff', 'a staff note')))
  await page.getByRole('link', { name: 'Open page' }).click()
  await expect(page).toHaveURL(/\/people\//)
  await expect(page.getByRole('log')).toBeVisible()
  found.push(...(await look(page, 'staff', 'a person’s page')))
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox')).toBeFocused()
  found.push(...(await look(page, 'staff', 'the palette')))
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Keys and help' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  found.push(...(await look(page, 'staff', 'keys and help')))
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('Lock this')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Locked, sign in to carry on' })).toBeVisible()
  found.push(...(await look(page, 'staff', 'the lock')))
  expect(found).toEqual([])
})

test('staff: each tab of a person’s page, with much shared and with little, and what is offered there', async ({
  enter,
}) => {
  test.setTimeout(180_000)
  const found: string[] = []
  const { page } = await enter('sam@demo.example', 'practitioner')
  for (const name of ['Shirin', 'Kofi']) {
    await page.goto('/staff/caseload')
    await page.getByRole('row', { name: new RegExp(`^${name}`) }).click()
    await expect(page).toHaveURL(/\/people\//)
    const person = new URL(page.url()).pathname
    const tabs = personTabs().filter((tab) => tab !== 'messages')
    found.push(...(await lookAtAll(page, 'staff', [person, ...tabs.map((tab) => `${person}/${tab}`)], ` of ${name}`)))
  }
  for (const [tab, offered] of [
    ['Goals', 'Suggest a goal'],
    ['Goals', 'Tick together'],
    ['Trackers', 'Add to record'],
    ['Plan', 'Suggest wording for About me'],
    ['Questions', 'Read answers'],
  ] as const) {
    await page.getByRole('tab', { name: tab }).click()
    await page.getByRole('button', { name: offered }).first().click()
    await expect(page.locator('dialog[open]')).toBeVisible()
    await expect(page.locator('[aria-busy=true]:visible')).toHaveCount(0)
    found.push(...(await look(page, 'staff', offered)))
    await page.keyboard.press('Escape')
    await expect(page.locator('dialog[open]')).toHaveCount(0)
  }
  expect(found).toEqual([])
})

test('on each new page of the people’s app the focus is on its title', async ({ enter }) => {
  const { page } = await enter('kofi@demo.example', 'patient')
  await page.goto('/today')
  await expect(heading(page)).toHaveText('Today')
  for (const [link, title] of [
    [/^Messages/, 'Messages'],
    [/^Lichfield Wellbeing/, 'Lichfield Wellbeing'],
    ['Back', 'Messages'],
    ['Today', 'Today'],
    ['Settings', 'Settings'],
    ['Devices signed in', 'Devices signed in'],
  ] as const) {
    await follow(page, link, title)
    await expect(heading(page)).toBeFocused()
  }
})

test('right to left, and in forced colours, nothing is cut off or lost', async ({ enter }) => {
  const { page, act } = await enter('shirin@demo.example', 'patient')
  await act('settings.change', { language: 'fa' })
  await page.goto('/today')
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  const found: string[] = []
  const links = page.getByRole('navigation').getByRole('link')
  for (const place of ['/today', '/messages', '/settings', '/track', '/plan/safety', '/privacy']) {
    await page.goto(place)
    await expect(links.first()).toBeVisible()
    await expect(page.locator('[aria-busy=true]:visible')).toHaveCount(0)
    found.push(...(await look(page, 'people', `${place}, right to left`)))
  }
  await page.goto('/messages')
  await page.getByRole('main').getByRole('link').first().click()
  await expect(page.getByRole('log')).toBeVisible()
  found.push(...(await look(page, 'people', 'a conversation, right to left')))
  await page.emulateMedia({ forcedColors: 'active' })
  const box = page.getByRole('textbox')
  await box.focus()
  expect(await box.evaluate((element) => getComputedStyle(element).outlineStyle), 'the focus is seen').not.toBe('none')
  await act('settings.change', { language: 'en' })
  expect(found).toEqual([])
})

test('the composer stays clear of the bars when it is full', async ({ enter }) => {
  const { page } = await enter('shirin@demo.example', 'patient', { viewport: { width: 360, height: 640 } })
  await openConversation(page)
  await composer(page).fill(Array.from({ length: 12 }, (_, line) => `Line ${line}`).join('\n'))
  for (const part of [composer(page), page.getByRole('button', { name: 'Send', exact: true }), heading(page)])
    await expect(part).toBeInViewport({ ratio: 0.99 })
  await expect(page.getByRole('link', { name: 'Get help now' })).toBeInViewport({ ratio: 1 })
})
