import type { Browser, Page } from '@playwright/test'
import type { Session } from '@weft/contract/people/shapes.ts'
import { appOf } from '@weft/contract/people/shapes.ts'
import { median } from '../../bench/load/tally.ts'
import { atMost, type Row } from '../../bench/row.ts'
import { ask } from '../stage/control.ts'
import { kofi, onDevice, profiles, rounds, sam, type Who } from './device.ts'
import { forget, leastTold, pressToShown, seen } from './watch.ts'

const keys = 60
const composer = '.wf-composer__box'

/** How the apps answer a hand: both slowed as their profile says, with no network in between worth speaking of. */
export async function hands(browser: Browser): Promise<Row[]> {
  const rows = [
    atMost('mobile-pwa: INP p75', 'ms', await inpOnPhone(browser), 200),
    atMost('web: INP p75', 'ms', await inpAtDesk(browser), 150),
    atMost('mobile-pwa: tap to composer, warm', 'ms', await tapToComposer(browser, kofi), 150),
    atMost('mobile-pwa: save an entry to “Saved”', 'ms', await saveEntry(browser), 100),
    atMost('web: row to composer, warm', 'ms', await tapToComposer(browser, sam), 100),
  ]
  const conversationId = await fillThread(1_000)
  const onPhone = await keyToGlyph(browser, kofi, `/messages/${conversationId}`)
  const atDesk = await keyToGlyph(browser, sam, `/staff/inbox/all/${conversationId}`)
  return [
    ...rows,
    atMost('mobile-pwa: key to glyph p95, 1,000 messages', 'ms', onPhone, 50),
    atMost('web: key to glyph p95, 1,000 messages', 'ms', atDesk, 32),
  ]
}

/** A wander through the app; three quarters of its presses and taps are answered on the screen within this. */
const inpOnPhone = (browser: Browser): Promise<number> =>
  onDevice(browser, kofi, async ({ page, be }) => {
    await page.goto('/today')
    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor()
    await be({ cpu: profiles.phone.cpu })
    const nav = page.getByRole('navigation', { name: 'Main' }).getByRole('link')
    return inpOf(page, async () => {
      let acts = 0
      for (let round = 0; round < 2; round += 1) {
        for (let at = (await nav.count()) - 1; at >= 0; at -= 1, acts += 1) {
          await nav.nth(at).tap()
          await page.waitForLoadState('networkidle')
        }
        await page.goto('/messages')
        await page.getByRole('link', { name: /Lichfield Wellbeing/ }).tap()
        await page.locator(composer).tap()
        await page.locator(composer).pressSequentially('Good night', { delay: 30 })
        await page.getByRole('button', { name: 'Send', exact: true }).tap()
        await page.getByRole('link', { name: 'Back' }).tap()
        await page.getByRole('button', { name: 'Menu' }).tap()
        await page.keyboard.press('Escape')
        await page.getByRole('link', { name: 'Get help now' }).tap()
        await page.keyboard.press('Escape')
        acts += 18
      }
      return acts
    })
  })

const inpAtDesk = (browser: Browser): Promise<number> =>
  onDevice(browser, sam, async ({ page, be }) => {
    await page.goto('/staff/inbox/mine')
    const row = page.getByRole('link', { name: /^Kofi/ }).first()
    await row.waitFor()
    await be({ cpu: profiles.office.cpu })
    return inpOf(page, async () => {
      await row.click()
      await page.locator(composer).click()
      await page.keyboard.type('Good evening, how was your day so far', { delay: 30 })
      await page.getByRole('tab', { name: 'Staff note' }).click()
      await page.getByRole('tab', { name: 'Reply' }).click()
      for (const press of ['Alt+j', 'Alt+k', 'Alt+j', 'Control+k', 'Escape', 'Alt+2', 'Alt+1', 'Alt+2', 'Alt+1']) {
        await page.keyboard.press(press)
        await page.waitForTimeout(200)
      }
      return 4 + 37 + 9
    })
  })

/** The slowest event of each act, from the third quarter of `acts`; those that the browser does not tell of were quicker than it tells. */
async function inpOf(page: Page, wander: () => Promise<number>): Promise<number> {
  await forget(page)
  const acts = await wander()
  await page.waitForTimeout(300)
  const told = Object.values((await seen(page)).interactions)
  return percentile([...told, ...Array<number>(Math.max(0, acts - told.length)).fill(leastTold)], 0.75)
}

/** Sam and Kofi have written so much to each other that the thread is this long. */
async function fillThread(messages: number): Promise<string> {
  const sessionOf = async (who: Who) => (await ask('session', { ...who, app: appOf(who.hat) })).session
  const writers: [Session, Session] = [await sessionOf(kofi), await sessionOf(sam)]
  const act = (session: Session, operation: string, input: object) => ask('act', { operation, input, session })
  const [{ accountId, hat }] = writers
  const { rows } = (await act(writers[0], 'conversation.list', { accountId, hat })) as {
    rows: { conversationId: string }[]
  }
  const conversationId = rows[0]?.conversationId ?? ''
  for (let n = 0; n < messages; n += 1) {
    const message = { conversationId, messageId: crypto.randomUUID(), body: `Message ${n}. Some days are longer.` }
    await act(writers[n % 2] as Session, 'message.send', message)
  }
  return conversationId
}

/** From the press on a row to a box that takes text, in an app that has been open a while. */
const tapToComposer = (browser: Browser, who: Who): Promise<number> =>
  onDevice(browser, who, async ({ page, be }) => {
    const isStaff = appOf(who.hat) === 'staff'
    const row = page.getByRole('link', { name: isStaff ? /^Kofi/ : /Lichfield Wellbeing/ }).first()
    await page.goto(isStaff ? '/staff/inbox/mine' : '/messages')
    await row.click()
    await page.locator(composer).waitFor()
    await be({ cpu: isStaff ? profiles.office.cpu : profiles.phone.cpu })
    const all: number[] = []
    for (let n = 0; n < rounds; n += 1) {
      await page.goBack()
      await page.locator(composer).waitFor({ state: 'detached' })
      all.push(await pressToShown(page, composer, () => row.click()))
    }
    return median(all)
  })

/** From the press on Save to the word that it is safe on the phone. */
const saveEntry = (browser: Browser): Promise<number> =>
  onDevice(browser, kofi, async ({ page, be }) => {
    const { at } = await ask('now')
    await page.goto(`/track/sleep/${at.slice(0, 10)}`)
    await be({ cpu: profiles.phone.cpu })
    const all: number[] = []
    for (let n = 0; n < rounds; n += 1) {
      await page.getByRole('radio', { name: `${n + 4} hours`, exact: true }).check()
      const save = page.getByRole('button', { name: 'Save', exact: true })
      all.push(await pressToShown(page, '.wf-notice[data-tone=ok]', () => save.click()))
      await page.goto('about:blank')
      await page.goto(`/track/sleep/${at.slice(0, 10)}`)
    }
    return median(all)
  })

/** From a key going down to its letter on the screen, with the whole thread loaded; the slowest twentieth. */
const keyToGlyph = (browser: Browser, who: Who, path: string): Promise<number> =>
  onDevice(browser, who, async ({ page, be }) => {
    await page.goto(path)
    const box = page.locator(composer)
    await box.waitFor()
    await loadAll(page)
    await be({ cpu: appOf(who.hat) === 'staff' ? profiles.office.cpu : profiles.phone.cpu })
    await box.focus()
    await forget(page)
    for (let n = 0; n < keys; n += 1) await page.keyboard.press('abcdefghij '[n % 11] as string, { delay: 20 })
    await page.waitForTimeout(300)
    const told = (await seen(page)).keys
    return percentile([...told, ...Array<number>(Math.max(0, keys - told.length)).fill(leastTold)], 0.95)
  })

/** Scrolling to the top asks for the page before, until there is none. */
async function loadAll(page: Page): Promise<void> {
  const log = page.getByRole('log')
  const earlier = log.getByText(/Show earlier messages|Loading earlier messages/)
  while ((await earlier.count()) > 0) {
    await log.evaluate((element) => {
      element.scrollTo(0, -element.scrollHeight)
      return new Promise(requestAnimationFrame)
    })
  }
  await log.evaluate((element) => element.scrollTo(0, 0))
}

function percentile(all: number[], part: number): number {
  const sorted = [...all].sort((a, b) => a - b)
  return sorted[Math.ceil(sorted.length * part) - 1] as number
}
