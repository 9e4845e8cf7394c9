import type { APIRequestContext } from '@playwright/test'
import type { Hat } from '@weft/contract/people/shapes.ts'
import { heading } from '../stage/talk.ts'
import { type Actor, expect, test } from '../stage/test.ts'

interface Row {
  conversationId: string
  personId: string
  serviceId: string
}

/** Answers to everything somebody can ask about a thing by its id, without what differs in any two requests. */
async function everyAnswer(request: APIRequestContext, app: 'people' | 'staff', row: Row): Promise<string[]> {
  const { conversationId, personId, serviceId } = row
  const places = [
    `/api/conversations/${conversationId}`,
    `/api/conversations/${conversationId}/messages?before=9`,
    `/api/conversations/${conversationId}/who-can-see`,
    `/api/conversations/${conversationId}/desk`,
    `/api/people/${personId}`,
    `/api/services/${serviceId}/inbox`,
    `/api/services/${serviceId}/team`,
  ]
  const answers: string[] = []
  for (const place of places) {
    const answer = await request.get(place, { headers: { 'weft-app': app } })
    const { date: _, 'x-request-id': __, ...headers } = answer.headers()
    const body = (await answer.text()).replace(/"requestId":"[^"]*"/, '')
    answers.push(JSON.stringify([answer.status(), headers, body]))
  }
  return answers
}

const nowhere = (): Row => ({
  conversationId: crypto.randomUUID(),
  personId: crypto.randomUUID(),
  serviceId: crypto.randomUUID(),
})

async function someonesRow(owner: Actor): Promise<Row> {
  const { accountId, hat } = owner.session
  const { rows } = await owner.act<{ rows: Row[] }>('conversation.list', { accountId, hat })
  return rows[0] as Row
}

const strangers: [who: string, email: string, hat: Hat][] = [
  ['Gary, whose request was declined', 'gary@demo.example', 'carer'],
  ['another person of the same service', 'kofi@demo.example', 'patient'],
  ['a worker of another team', 'ben@demo.example', 'practitioner'],
]
for (const [who, email, hat] of strangers) {
  test(`what is not theirs and what does not exist are the same to the byte: ${who}`, async ({ enter }) => {
    const leanne = await enter('leanne@demo.example', 'patient')
    const stranger = await enter(email, hat)
    const { app } = stranger.session
    const theirs = await someonesRow(leanne)
    const answers = await everyAnswer(stranger.page.request, app, theirs)
    expect(answers).toEqual(await everyAnswer(stranger.page.request, app, nowhere()))
    for (const answer of answers) expect(answer).toMatch(/^\[404,/)

    const seen: string[] = []
    for (const { conversationId } of [theirs, nowhere()]) {
      await stranger.page.goto(app === 'staff' ? `/staff/inbox/all/${conversationId}` : `/messages/${conversationId}`)
      await expect(stranger.page.getByText('It may have moved, or it may not be shared with you.')).toBeVisible()
      seen.push((await stranger.page.locator('body').ariaSnapshot()).replaceAll(conversationId, '…'))
    }
    expect(seen[0]).toBe(seen[1])
  })
}

test('Gary’s lists hold nothing', async ({ enter }) => {
  const { page } = await enter('gary@demo.example', 'carer')
  for (const place of ['/today', '/messages']) {
    await page.goto(place)
    await expect(heading(page)).toBeVisible()
    await expect(page.getByText(/Leanne|Lichfield/)).toHaveCount(0)
  }
  await expect(page.getByText('When a team adds you as a carer, your messages with them will be here.')).toBeVisible()
})
