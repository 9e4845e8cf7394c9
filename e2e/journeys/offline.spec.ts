import { goOffline, goOnline, untilKept } from '../stage/device.ts'
import { overhear } from '../stage/heard.ts'
import { bubble, composer, openConversation, unheard, write } from '../stage/talk.ts'
import { expect, test } from '../stage/test.ts'

const notYet = 'Not sent yet. It will go when you are back online.'

test('words written with no signal say so, survive a reload, and are sent exactly once', async ({ enter }) => {
  const kofi = await enter('kofi@demo.example', 'patient')
  const sam = await enter('sam@demo.example', 'practitioner')
  const { page } = kofi
  await openConversation(page)
  await untilKept(page, 'conversation:')
  const conversationId = new URL(page.url()).pathname.split('/').at(-1)
  const stored = async (text: string) => {
    const { messages } = await sam.act<{ messages: { body: string }[] }>('conversation.get', { conversationId })
    return messages.filter(({ body }) => body === text).length
  }

  await goOffline(page)
  const first = unheard('Written on the bus')
  const second = unheard('and another')
  await write(page, first)
  await expect(bubble(page, first)).toContainText(notYet)
  await expect(composer(page)).toHaveValue('')
  await write(page, second)
  // The box empties once the words are safely on the phone; only then may the phone be put down.
  await expect(bubble(page, second)).toContainText(notYet)
  await expect(composer(page)).toHaveValue('')

  await page.reload()
  await expect(bubble(page, first)).toContainText(notYet)
  await expect(bubble(page, second)).toContainText(notYet)
  await page.getByRole('link', { name: 'Back' }).click()
  await expect(page.getByText('2 messages not sent yet')).toBeVisible()
  expect(await stored(first)).toBe(0)

  await goOnline(page)
  await page.getByRole('link', { name: /Lichfield Wellbeing/ }).click()
  await expect(bubble(page, first)).toContainText(/Sent|Seen by the team/)
  await expect(bubble(page, second)).toContainText(/Sent|Seen by the team/)
  await page.reload()
  await expect(bubble(page, first)).toHaveCount(1)
  expect([await stored(first), await stored(second)]).toEqual([1, 1])
  const order = await page.getByRole('log').getByRole('listitem').allTextContents()
  expect(order.findIndex((text) => text.includes(second))).toBeGreaterThan(
    order.findIndex((text) => text.includes(first)),
  )
})

test('a draft survives leaving, a reload and having no signal', async ({ enter }) => {
  const { page } = await enter('shirin@demo.example', 'patient')
  await openConversation(page)
  await untilKept(page, 'conversation:')
  const begun = unheard('I wanted to ask')
  await composer(page).fill(begun)
  await page.getByRole('link', { name: 'Back' }).click()
  await page.getByRole('link', { name: /Lichfield Wellbeing/ }).click()
  await expect(composer(page)).toHaveValue(begun)
  await goOffline(page)
  await page.reload()
  await expect(composer(page)).toHaveValue(begun)
})

test('two tabs of one phone share what is unsent, and one of them sends it', async ({ enter }) => {
  const { page, openTab } = await enter('kofi@demo.example', 'patient')
  const other = await openTab()
  const sent = [overhear(page), overhear(other)]
  for (const tab of [page, other]) await openConversation(tab)
  await goOffline(page)
  const texts = ['One', 'Two', 'Three'].map((word) => unheard(word))
  for (const text of texts) await write(page, text)
  await expect(bubble(other, texts[2] as string)).toContainText(notYet)
  await goOnline(page)
  for (const tab of [page, other]) {
    for (const text of texts) {
      await expect(bubble(tab, text)).toHaveCount(1)
      await expect(bubble(tab, text)).not.toContainText(notYet)
    }
  }
  for (const text of texts)
    await expect
      .poll(() => sent.flat().filter((frame) => frame.includes(text)).length, 'went out once, from one tab')
      .toBe(1)
})
