import { existsSync, readFileSync } from 'node:fs'
import type { Browser, CDPSession } from '@playwright/test'
import { appOf } from '@weft/contract/people/shapes.ts'
import { atMost, type Row } from '../../bench/row.ts'
import { launchBrowser } from '../../tools/browser.mjs'
import { ask } from '../stage/control.ts'
import { untilKept } from '../stage/device.ts'
import { kofi, onDevice, sam, type Who } from './device.ts'

/** An hour with a look every two minutes. */
const visits = 30
const megabyte = 1024 * 1024
const composer = '.wf-composer__box'

/** What the apps take of a device: memory after much use, and a usual day's data. */
export async function use(): Promise<Row[]> {
  const onPhone = await memoryAfterUse(kofi)
  const atDesk = await memoryAfterUse(sam)
  return [
    atMost(`mobile-pwa: ${onPhone.of} after ${visits} visits to a conversation`, 'MB', onPhone.megabytes, 120),
    atMost(`web: ${atDesk.of} after ${visits} visits to a conversation`, 'MB', atDesk.megabytes, 250),
    atMost('mobile-pwa: data of a usual day', 'KB', await usualDay(), 150),
  ]
}

/** In a browser of its own, so that the memory is this page's alone. */
async function memoryAfterUse(who: Who): Promise<{ of: string; megabytes: number }> {
  const browser = (await launchBrowser()) as Browser
  try {
    return await onDevice(browser, who, async ({ page, cdp }) => {
      const isStaff = appOf(who.hat) === 'staff'
      await page.goto(isStaff ? '/staff/inbox/all' : '/messages')
      for (let n = 0; n < visits; n += 1) {
        const row = page.getByRole('link', { name: isStaff ? /^Kofi/ : /Lichfield Wellbeing/ })
        await row.first().click()
        await page.locator(composer).fill(`Thought ${n}`)
        await page.getByRole('log').evaluate((log) => log.scrollTo(0, -log.scrollHeight))
        await page.goBack()
        await page.locator(composer).waitFor({ state: 'detached' })
      }
      await cdp.send('HeapProfiler.collectGarbage')
      return memoryOf(browser, cdp)
    })
  } finally {
    await browser.close()
  }
}

/** The page's whole process where the system tells, which is what a phone counts; else its JavaScript alone. */
async function memoryOf(browser: Browser, cdp: CDPSession): Promise<{ of: string; megabytes: number }> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  const sizes = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => `/proc/${id}/smaps_rollup`)
    .filter((file) => existsSync(file))
    .map((file) => {
      const own = [...readFileSync(file, 'utf8').matchAll(/^Private_(?:Clean|Dirty): +(\d+) kB$/gm)]
      return own.reduce((sum, [, kilobytes]) => sum + Number(kilobytes), 0) / 1024
    })
  if (sizes.length > 0) return { of: 'memory of its own', megabytes: Math.max(...sizes) }
  const { metrics } = await cdp.send('Performance.getMetrics')
  return { of: 'JS heap', megabytes: (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0) / megabyte }
}

/** Everything that goes over the network on a day when Kofi looks in four times, writes each time and is answered. */
async function usualDay(): Promise<number> {
  const browser = (await launchBrowser()) as Browser
  try {
    return await onDevice(browser, kofi, async ({ page, cdp }) => {
      await page.goto('/messages')
      await page.getByRole('link', { name: /Lichfield Wellbeing/ }).click()
      await page.locator(composer).waitFor()
      await untilKept(page, 'conversation:')
      const conversationId = new URL(page.url()).pathname.split('/').at(-1)
      const { session } = await ask('session', { ...sam, app: 'staff' })
      let bytes = 0
      cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
        bytes += encodedDataLength
      })
      const count = ({ response }: { response: { payloadData: string } }) => {
        bytes += response.payloadData.length
      }
      cdp.on('Network.webSocketFrameReceived', count)
      cdp.on('Network.webSocketFrameSent', count)
      for (let look = 0; look < 4; look += 1) {
        await page.goto('about:blank')
        await page.goto('/today')
        await page
          .getByRole('link', { name: /^Messages/ })
          .first()
          .click()
        await page
          .getByRole('link', { name: /Lichfield Wellbeing/ })
          .first()
          .click()
        await page.locator(composer).fill(`I slept a little better last night. ${look}`)
        await page.getByRole('button', { name: 'Send', exact: true }).click()
        const body = `Good to hear. ${look}. Same time tomorrow?`
        const input = { conversationId, messageId: crypto.randomUUID(), body }
        await ask('act', { operation: 'message.send', input, session })
        await page.getByRole('log').getByText(body).waitFor()
      }
      return bytes / 1024
    })
  } finally {
    await browser.close()
  }
}
