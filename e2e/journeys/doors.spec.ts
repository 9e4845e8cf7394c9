import { goOffline, untilKept } from '../stage/device.ts'
import { heading, openConversation } from '../stage/talk.ts'
import { expect, test } from '../stage/test.ts'

test('the people’s app keeps itself on the device and leaves the other doors of the house alone', async ({ enter }) => {
  const { page, openTab } = await enter('kofi@demo.example', 'patient')
  await openConversation(page)
  await untilKept(page, 'conversation:')
  const app = await page.reload()
  expect(app?.fromServiceWorker()).toBe(true)

  const heard = page.waitForResponse((response) => new URL(response.url()).pathname === '/api/me')
  await page.goto('/today')
  expect((await heard).fromServiceWorker()).toBe(false)
  for (const place of ['/staff/', '/staff/inbox', '/api/docs', '/dev/mail', '/healthz']) {
    const answer = await page.goto(place)
    expect(answer?.fromServiceWorker(), place).toBe(false)
  }

  await goOffline(page)
  for (const place of ['/staff/', '/api/me', '/dev/mail']) {
    const tab = await openTab()
    await expect(tab.goto(place), place).rejects.toThrow()
    await tab.close()
  }
  await page.goto('/messages')
  await expect(heading(page)).toHaveText('Messages')
  await expect(page.getByRole('link', { name: /Lichfield Wellbeing/ })).toBeVisible()
})
