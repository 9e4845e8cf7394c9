import { listen } from '../stage/heard.ts'
import { bubble, openConversation, openRow, unheard, write } from '../stage/talk.ts'
import { expect, test } from '../stage/test.ts'

test('Raj writes to Meera’s team and keeps it from her: the team reads so, and she sees nothing of it anywhere', async ({
  enter,
}) => {
  const raj = await enter('raj@demo.example', 'carer')
  const sam = await enter('sam@demo.example', 'practitioner')
  const meera = await enter('meera@demo.example', 'patient')
  const heardByMeera = listen(meera.page)

  await raj.page.goto('/today')
  await expect(raj.page.getByText('You are supporting Meera')).toBeVisible()
  await openConversation(raj.page)
  await expect(raj.page.getByText('You are supporting Meera')).toBeVisible()
  await raj.page.getByRole('button', { name: /can see this/ }).click()
  await expect(raj.page.getByRole('dialog')).toContainText('Meera cannot see this. The team can.')
  await raj.page.getByRole('button', { name: 'Close' }).click()

  await openConversation(meera.page)
  const worry = unheard('She is not eating and I am worried')
  await raj.page.getByLabel('Keep this from Meera').check()
  await write(raj.page, worry)
  await expect(bubble(raj.page, worry)).toContainText('Keep this from Meera')
  await expect(bubble(raj.page, worry)).toContainText(/Sent|Seen/)

  await openRow(sam.page, /^Raj Patel for Meera/)
  await expect(bubble(sam.page, worry)).toContainText('Keep this from Meera')
  await expect(sam.page.getByText('Meera cannot see this').first()).toBeVisible()

  // The next thing that reaches Meera shows that everything before it would have.
  const next = unheard('See you on Thursday')
  const { rows } = await sam.act<{ rows: { conversationId: string; carer?: object }[] }>('conversation.list', {
    accountId: sam.session.accountId,
    hat: 'practitioner',
    personId: meera.session.personId,
  })
  const conversationId = rows.find(({ carer }) => !carer)?.conversationId
  await sam.act('message.send', { conversationId, messageId: crypto.randomUUID(), body: next })
  await expect(bubble(meera.page, next)).toBeVisible()
  for (const place of ['/today', '/messages', '/settings']) {
    await meera.page.goto(place)
    await expect(meera.page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(meera.page.getByText('Raj')).toHaveCount(0)
  }
  const everything = await heardByMeera.everything()
  expect(everything).toContain(next)
  expect(everything).not.toContain(worry)
  expect(everything).not.toContain('Raj')
  expect(everything).not.toContain(rows.find(({ carer }) => carer)?.conversationId)
})
