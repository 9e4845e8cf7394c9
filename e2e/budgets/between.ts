import type { Browser, Page } from '@playwright/test'
import { median } from '../../bench/load/tally.ts'
import { atMost, type Row } from '../../bench/row.ts'
import { composer, openConversation, openRow, unheard } from '../stage/talk.ts'
import { kofi, onDevice, profiles, rounds, sam } from './device.ts'
import { awaitShown, forget, seen } from './watch.ts'

/** From one browser to the other: Kofi writes on a phone on a slow network, Sam has the thread open at the desk. */
export async function between(browser: Browser): Promise<Row[]> {
  return [atMost('sent on the phone to seen at the desk', 'ms', await sentToSeen(browser), 1_000)]
}

const sentToSeen = (browser: Browser): Promise<number> =>
  onDevice(browser, kofi, (phone) =>
    onDevice(browser, sam, async (desk) => {
      await openConversation(phone.page)
      await openRow(desk.page, /^Kofi/)
      await phone.be(profiles.phone)
      await desk.be(profiles.office)
      const all: number[] = []
      for (let n = 0; n < rounds; n += 1) {
        const words = unheard('Are you there?')
        await composer(phone.page).fill(words)
        await forget(phone.page)
        await awaitShown(desk.page, '[role=log]', { words })
        await phone.page.getByRole('button', { name: 'Send', exact: true }).click()
        await desk.page.getByRole('log').getByText(words).waitFor()
        const { shownAt } = await seen(desk.page)
        const { pressedAt } = await seen(phone.page)
        all.push((await startOf(desk.page)) + shownAt - (await startOf(phone.page)) - pressedAt)
      }
      return median(all)
    }),
  )

/** When a page was opened, on the clock that all pages of this machine share. */
const startOf = (page: Page): Promise<number> => page.evaluate(() => performance.timeOrigin)
