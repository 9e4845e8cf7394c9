import type { Page } from '@playwright/test'
import { ask } from './control.ts'

/** Moves the server's clock and the pages' own, which then run on. Only ever forwards: a town does not live backwards. */
export async function setClock(at: Date, ...pages: Page[]): Promise<void> {
  await ask('clock', { at: at.toISOString() })
  for (const page of pages) await page.clock.setSystemTime(at)
}
