import type { Browser } from '@playwright/test'
import { median } from '../../bench/load/tally.ts'
import { atMost, type Row } from '../../bench/row.ts'
import { untilKept } from '../stage/device.ts'
import { kofi, onDevice, type Profile, profiles, rounds, sam, type Who } from './device.ts'
import { seen, startToShown, type Watched } from './watch.ts'

/** How long pages take to stand there: from the network, from the service worker, and with no network at all. */
export async function loads(browser: Browser): Promise<Row[]> {
  const cold = async (who: Who, path: string, profile: Profile) => {
    const all: Watched[] = []
    for (let n = 0; n < rounds; n += 1) all.push(await visit(browser, who, path, profile))
    return { lcp: median(all.map((one) => one.lcp)), cls: median(all.map((one) => one.cls)) }
  }
  const onPhone = await cold(kofi, '/today', profiles.phone)
  const onPoor = await cold(kofi, '/today', profiles.poor)
  const inOffice = await cold(sam, '/staff/inbox', profiles.office)
  const staffPhone = await cold(sam, '/staff/inbox', profiles.phone)
  return [
    atMost('mobile-pwa: LCP cold, phone', 'ms', onPhone.lcp, 2_500),
    atMost('mobile-pwa: LCP cold, poor', 'ms', onPoor.lcp, 6_000),
    atMost('mobile-pwa: CLS', 'score', onPhone.cls, 0.05),
    atMost('web: LCP cold, office', 'ms', inOffice.lcp, 2_000),
    atMost('web: LCP cold, phone', 'ms', staffPhone.lcp, 3_500),
    atMost('web: CLS', 'score', inOffice.cls, 0.02),
    ...(await kept(browser)),
  ]
}

/** Opens a page on a device that has never been here, signed in, without the service worker. */
export function visit(browser: Browser, who: Who, path: string, profile?: Profile): Promise<Watched> {
  return onDevice(
    browser,
    who,
    async ({ page, be }) => {
      if (profile) await be(profile)
      await page.goto(path)
      await page.waitForLoadState('networkidle')
      return seen(page)
    },
    { serviceWorkers: 'block' },
  )
}

/** An app that has been here before: from the service worker, and offline. */
const kept = (browser: Browser): Promise<Row[]> =>
  onDevice(browser, kofi, async ({ page, context, be }) => {
    await page.goto('/messages')
    await page.getByRole('link', { name: /Lichfield Wellbeing/ }).click()
    await page.locator('.wf-composer__box').waitFor()
    const conversation = new URL(page.url()).pathname
    await untilKept(page, 'conversation:')
    await page.goto('/today')
    await untilKept(page, 'my-conversations:')

    const each = async (start: () => Promise<number>) => {
      const all: number[] = []
      for (let n = 0; n < rounds; n += 1) all.push(await start())
      return median(all)
    }
    const start = (path: string, selector: string) => each(() => startToShown(page, path, selector))
    await be(profiles.phone)
    const lcp = await each(async () => {
      await startToShown(page, '/today', '.wf-card')
      await page.waitForLoadState('networkidle')
      return (await seen(page)).lcp
    })
    const tapped = await start(conversation, '.wf-composer__box')
    await context.setOffline(true)
    return [
      atMost('mobile-pwa: LCP from service worker', 'ms', lcp, 1_200),
      atMost('mobile-pwa: cold notification tap to composer, phone', 'ms', tapped, 3_000),
      atMost('mobile-pwa: offline start to Today', 'ms', await start('/today', '.wf-card'), 1_500),
      atMost('mobile-pwa: offline start to /help', 'ms', await start('/help', '.wf-help__row'), 800),
    ]
  })
