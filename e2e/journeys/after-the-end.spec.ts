import { smallTargets, violations } from '../stage/looks.ts'
import { bubble, heading, unheard } from '../stage/talk.ts'
import { type Actor, expect, test } from '../stage/test.ts'

/** Says something and leaves, today. Answers what was said. */
async function sayAndLeave(person: Actor): Promise<string> {
  const { accountId, hat } = person.session
  const { rows } = await person.act<{ rows: { conversationId: string }[] }>('conversation.list', { accountId, hat })
  const body = unheard('Thank you for everything')
  const conversationId = rows[0]?.conversationId
  await person.act('message.send', { conversationId, messageId: crypto.randomUUID(), body })
  const { enrolments } = await person.act<{ enrolments: { enrolmentId: string }[] }>('enrolment.listMine', {})
  await person.act('enrolment.end', { enrolmentId: enrolments[0]?.enrolmentId, reason: 'finished', today: true })
  return body
}

test('a coordinator says why before a former person’s page opens, by keyboard alone, and the person reads that in their log', async ({
  enter,
}) => {
  const nadia = await enter('nadia@demo.example', 'patient')
  const priya = await enter('priya@demo.example', 'coordinator')
  const sam = await enter('sam@demo.example', 'practitioner')
  const body = await sayAndLeave(nadia)
  const address = `/staff/people/${nadia.session.personId}`

  await priya.page.goto(address)
  await expect(heading(priya.page)).toHaveText(/^Nadia Karim’s time with .* ended on 22 April 2026$/)
  await expect(heading(priya.page)).toBeFocused()
  await expect(priya.page.getByText(body)).toHaveCount(0)
  expect(await violations(priya.page)).toEqual([])
  expect(await smallTargets(priya.page, 'staff')).toEqual([])
  await sam.page.goto(address)
  await expect(sam.page.getByText('It may have moved, or it may not be shared with you.')).toBeVisible()

  await priya.page.keyboard.press('Tab')
  await priya.page.keyboard.press('Space')
  await priya.page.keyboard.press('ArrowDown')
  await expect(priya.page.getByRole('radio', { name: /asked for their records$/ })).toBeChecked()
  await priya.page.keyboard.press('Enter')
  await expect(bubble(priya.page, body)).toBeVisible()
  await expect(priya.page.getByRole('textbox', { name: /^Reply to/ })).toHaveCount(0)

  await nadia.page.goto('/privacy/log')
  const lines = nadia.page.getByRole('listitem').filter({ hasText: /^Priya Shah, .* looked at your messages/ })
  await expect(lines.filter({ hasText: 'Reason: somebody asked for your records' }).first()).toBeVisible()
})
