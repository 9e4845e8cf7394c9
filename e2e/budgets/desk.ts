import type { Browser } from '@playwright/test'
import { median } from '../../bench/load/tally.ts'
import { atMost, type Row } from '../../bench/row.ts'
import { ask } from '../stage/control.ts'
import { nia, onDevice, profiles, rounds } from './device.ts'
import { forget, pressToShown, seen } from './watch.ts'

const row = '.caseload__row'

/** The portal with 2,000 people in one team, on an office computer. */
export async function desk(browser: Browser): Promise<Row[]> {
  await ask('crowd', { service: 'Lichfield Wellbeing', people: 2_000 })
  return onDevice(browser, nia, async ({ page, be }) => {
    await page.goto('/staff/inbox/all')
    await page.getByRole('listitem').first().waitFor()
    await be({ cpu: profiles.office.cpu })
    const shown = page.locator('.caseload__shown')
    const first = await pressToShown(page, row, () => page.getByRole('link', { name: /^Caseload/ }).click())
    await shown.getByText(/^2,\d+ people$/).waitFor()

    await forget(page)
    await page.locator('.caseload__scroll').hover()
    for (let n = 0; n < 60; n += 1) await page.mouse.wheel(0, 1_200)
    await page.waitForTimeout(300)
    const { longTasks } = await seen(page)

    const filter = page.getByLabel('Filter by name')
    await filter.focus()
    const filtered: number[] = []
    for (const letter of ['1', '2', '3', 'Backspace', 'Backspace'])
      filtered.push(await pressToShown(page, '.caseload__shown', () => page.keyboard.press(letter), 'text'))
    await filter.fill('')

    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').waitFor()
    const palette: number[] = []
    const heads: number[] = []
    const tabs: number[] = []
    for (let n = 0; n < rounds; n += 1) {
      await page.keyboard.press('Escape')
      await page.getByRole('combobox').waitFor({ state: 'detached' })
      palette.push(await pressToShown(page, '[role=combobox]', () => page.keyboard.press('Control+k')))
    }
    await page.keyboard.press('Escape')
    await filter.fill('kofi')
    for (let n = 0; n < rounds; n += 1) {
      const kofi = page.getByRole('row', { name: /^Kofi/ })
      heads.push(await pressToShown(page, '.person-head', () => kofi.click()))
      await page.getByRole('log').waitFor()
      await page.goBack()
      await filter.fill('kofi')
      tabs.push(await pressToShown(page, '[role=log]', () => kofi.click()))
      await page.goBack()
      await filter.fill('kofi')
    }
    return [
      atMost('web: caseload of 2,000, first rows', 'ms', first, 500),
      atMost('web: caseload of 2,000, tasks over 50 ms in 60 turns of the wheel', 'tasks', longTasks, 0),
      atMost('web: caseload of 2,000, filter', 'ms', median(filtered), 100),
      atMost('web: palette open', 'ms', median(palette), 100),
      atMost('web: person page from list, header', 'ms', median(heads), 100),
      atMost('web: person page from list, messages', 'ms', median(tabs), 400),
    ]
  })
}
