import { listen } from '../stage/heard.ts'
import { composer, openConversation, openRow, unheard, write } from '../stage/talk.ts'
import { expect, test } from '../stage/test.ts'

/** The browser tells of a frame a moment after the page has it. */
const cameBySocket = ({ frames }: { frames: readonly string[] }, words: string) =>
  frames.some((frame) => frame.includes(words))

test('Kofi writes on his phone, and Sam has it at once over her open connection; Sam answers, and Kofi has it', async ({
  enter,
}) => {
  const kofi = await enter('kofi@demo.example', 'patient')
  const sam = await enter('sam@demo.example', 'practitioner')
  const heardBySam = listen(sam.page)
  const heardByKofi = listen(kofi.page)
  await openConversation(kofi.page)
  await openRow(sam.page, /^Kofi/, 'mine')
  await Promise.all([kofi.page, sam.page].map((page) => page.evaluate(() => Object.assign(window, { isSame: true }))))

  const question = unheard('Is anyone there?')
  await write(kofi.page, question)
  await sam.page.getByRole('log').getByText(question).waitFor()
  await expect(composer(kofi.page)).toHaveValue('')
  await expect.poll(() => cameBySocket(heardBySam, question), 'it came over the socket').toBe(true)

  const answer = unheard('Yes, good evening.')
  await sam.page.getByRole('textbox', { name: 'Reply to Kofi' }).fill(answer)
  await sam.page.getByRole('button', { name: 'Send to Kofi' }).click()
  await expect(kofi.page.getByRole('log').getByText(answer)).toBeVisible()
  await expect.poll(() => cameBySocket(heardByKofi, answer), 'it came over the socket').toBe(true)

  for (const { page } of [kofi, sam])
    expect(await page.evaluate(() => 'isSame' in window), 'without loading the page again').toBe(true)
})
