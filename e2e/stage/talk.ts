import { expect, type Locator, type Page } from '@playwright/test'

let made = 0
/** Words that stand nowhere else in the town. */
export const unheard = (about: string): string => `${about} (${Date.now().toString(36)}${made++})`

export const heading = (page: Page): Locator => page.getByRole('heading', { level: 1 })

/** Follows a link of the people's app and waits for the page it names: until then, the one before still stands there. */
export async function follow(page: Page, link: string | RegExp, title: string | RegExp): Promise<void> {
  await page.getByRole('link', { name: link }).first().click()
  await expect(heading(page)).toHaveText(title)
}

/** Opens a conversation of the people's app from its list, by the service's name. */
export async function openConversation(page: Page, service: string | RegExp = 'Lichfield Wellbeing'): Promise<void> {
  await page.goto('/messages')
  await page.getByRole('link', { name: service }).first().click()
  await expect(page.getByRole('log')).toBeVisible()
}

/** Opens the conversation with somebody from the portal's inbox, by how its row begins. */
export async function openRow(page: Page, name: RegExp, folder: 'mine' | 'all' = 'all'): Promise<void> {
  await page.goto(`/staff/inbox/${folder}`)
  await page.getByRole('link', { name }).first().click()
  await expect(page.getByRole('log')).toBeVisible()
}

export const composer = (page: Page): Locator => page.getByLabel('Write a message')

export async function write(page: Page, text: string): Promise<void> {
  await composer(page).fill(text)
  await page.getByRole('button', { name: 'Send', exact: true }).click()
}

/** The message in the thread that holds these words. */
export const bubble = (page: Page, text: string): Locator =>
  page.getByRole('log').getByRole('listitem').filter({ hasText: text })
