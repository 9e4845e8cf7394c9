import type { Page } from '@playwright/test'
import { ask } from './control.ts'

/** Moves the server's clock and the pages' own, which then run on. Only ever forwards: a town does not live backwards. */
export async function setClock(at: Date, ...pages: Page[]): Promise<void> {
  await ask('clock', { at: at.toISOString() })
  for (const page of pages) await page.clock.setSystemTime(at)
}

/** Milliseconds. */
export const minute = 60_000

/** Lets time go by for the server and these pages. */
export async function later(ms: number, ...pages: Page[]): Promise<void> {
  const { at } = await ask('now')
  await setClock(new Date(Date.parse(at) + ms), ...pages)
}
