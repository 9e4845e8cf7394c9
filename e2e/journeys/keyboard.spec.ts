import type { Locator, Page } from '@playwright/test'
import { passwordOf } from '../stage/logins.ts'
import { bubble, composer, heading, unheard } from '../stage/talk.ts'
import { expect, test } from '../stage/test.ts'

/** A long thread has a stop for each message's menu. */
const mostSteps = 150

/** Presses Tab until the focus is there, as somebody without a mouse would; fails when it never comes. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let step = 0; step < mostSteps; step++) {
    await page.keyboard.press(key)
    if (await target.evaluate((element) => element === document.activeElement)) {
      await expect(target, 'the focus is seen').toBeInViewport()
      return
    }
  }
  throw new Error(`${mostSteps} steps of ${key} never came to ${target}`)
}

const atDesk = { viewport: { width: 1280, height: 800 }, isMobile: false, hasTouch: false, deviceScaleFactor: 1 }

test('Kofi does everything by keyboard: signs in, writes, sends, sees who can see it, and goes back', async ({
  visit,
}) => {
  const { page } = await visit(atDesk)
  await page.goto('/sign-in')
  await expect(heading(page)).toHaveText('Sign in')
  await tabTo(page, page.getByRole('link', { name: 'Skip to main content' }))
  await tabTo(page, page.getByLabel('Your email'))
  await page.keyboard.type('kofi@demo.example')
  await tabTo(page, page.getByLabel('Password', { exact: true }))
  await page.keyboard.type(await passwordOf('kofi@demo.example'))
  await page.keyboard.press('Enter')
  await expect(heading(page)).toHaveText('Today')

  await tabTo(page, page.getByRole('link', { name: /^Messages/ }))
  await page.keyboard.press('Enter')
  await expect(heading(page)).toHaveText('Messages')
  await expect(heading(page)).toBeFocused()
  await tabTo(page, page.getByRole('link', { name: /^Lichfield Wellbeing/ }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('log')).toBeVisible()
  await tabTo(page, composer(page))
  const words = unheard('Written without a mouse')
  await page.keyboard.type(words)
  await page.keyboard.press('Control+Enter')
  await expect(bubble(page, words)).toContainText(/Sent|Seen by the team/)
  await expect(composer(page)).toBeFocused()

  const who = page.getByRole('button', { name: /can see this/ })
  await tabTo(page, who, 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Who can see this' })).toContainText('Sam Okafor')
  await page.keyboard.press('Escape')
  await expect(who).toBeFocused()
  await tabTo(page, page.getByRole('link', { name: 'Back' }), 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(heading(page)).toHaveText('Messages')
  await expect(heading(page)).toBeFocused()
})

test('Up and Down read the messages, and a message’s menu opens from there', async ({ enter }) => {
  const { page } = await enter('kofi@demo.example', 'patient', atDesk)
  await page.goto('/messages')
  await page.getByRole('link', { name: /Lichfield Wellbeing/ }).click()
  const messages = page.getByRole('log').locator('[data-message]')
  await expect(messages.last()).toBeVisible()
  await tabTo(page, composer(page))
  await tabTo(page, messages.last(), 'Shift+Tab')
  await page.keyboard.press('ArrowUp')
  await expect(messages.nth(-2)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(messages.last()).toBeFocused()
  await tabTo(page, messages.last().getByRole('button', { name: 'More for this message' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem').first()).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(messages.last().getByRole('button', { name: 'More for this message' })).toBeFocused()
})

test('Sam does everything by keyboard: signs in, opens, answers, sees who can see it, notes, finds, and goes on', async ({
  visit,
}) => {
  const { page } = await visit({ ...atDesk, viewport: { width: 1440, height: 900 } })
  await page.goto('/staff/')
  await tabTo(page, page.getByLabel('Work email'))
  await page.keyboard.type('sam@demo.example')
  await tabTo(page, page.getByLabel('Password', { exact: true }))
  await page.keyboard.type(await passwordOf('sam@demo.example'))
  await page.keyboard.press('Enter')
  const row = page.getByRole('link', { name: /^Kofi/ }).first()
  await expect(row).toBeVisible()
  await tabTo(page, row)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('log')).toBeVisible()

  await page.keyboard.press('Alt+r')
  const box = page.getByRole('textbox', { name: 'Reply to Kofi' })
  await expect(box).toBeFocused()
  const words = unheard('Answered without a mouse')
  await page.keyboard.type(words)
  await page.keyboard.press('Control+Enter')
  await expect(bubble(page, words)).toBeVisible()
  await expect(box).toHaveValue('')

  const who = page.getByRole('button', { name: /can see this/ })
  await tabTo(page, who, 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Who can see this' })).toContainText('Nia Hughes')
  await page.keyboard.press('Escape')
  await expect(who).toBeFocused()

  await page.keyboard.press('Alt+n')
  await expect(page.getByLabel('Staff note: only the team can read it')).toBeFocused()
  await page.keyboard.press('Control+F6')
  await expect(page.getByLabel('Staff note: only the team can read it')).not.toBeFocused()

  const before = page.url()
  await page.keyboard.press('Alt+j')
  await expect(page).not.toHaveURL(before)
  await page.keyboard.press('Control+k')
  const find = page.getByRole('combobox', { name: 'Find a person, a page or something to do' })
  await expect(find).toBeFocused()
  await page.keyboard.type('Caseload')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Caseload' })).toBeVisible()
})
