import { randomUUID } from 'node:crypto'
import {
  correctMessage,
  editMessage,
  hideMessage,
  sendMessage,
  withdrawMessage,
} from '@weft/contract/conversations/operations.ts'
import type { Operation } from '@weft/contract/operation.ts'
import { removeTeamMember } from '@weft/contract/organisations/operations.ts'
import { appOf } from '@weft/contract/people/shapes.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { features } from '../src/features.ts'
import { arrangeThings, type Case, cases, type Stranger, type Things } from './strangers.ts'
import { makeWorld, requestOf, type World } from './world.ts'

const operations: Operation[] = features
  .flatMap((feature) => feature.operations ?? [])
  .map(({ operation }) => operation)
const casesOf = <K extends Case['kind']>(kind: K) =>
  operations.flatMap((operation) => {
    const one = cases[operation.name]
    return one?.kind === kind ? [[operation.name, operation, one as Extract<Case, { kind: K }>] as const] : []
  })

let world: World
let things: Things
async function newWorld(): Promise<void> {
  world = await makeWorld({ operationLimits: {} })
  things = await arrangeThings(world)
}
beforeAll(newWorld)
afterAll(() => world.close())

/** Everything an asker can tell two answers apart by, but for the request's own id. */
async function ask(operation: Operation, input: Record<string, unknown>, stranger?: Stranger) {
  const { url, body } = requestOf(operation, input)
  const actor = stranger && (await world.as(...stranger))
  const reply = await world.app.http.inject({
    method: operation.method,
    url,
    headers: {
      ...(actor && { cookie: actor.cookie, 'weft-app': appOf(actor.scope.hat) }),
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { payload: JSON.stringify(body) }),
  })
  const { 'x-request-id': requestId, date: _, 'content-length': __, ...headers } = reply.headers
  return { status: reply.statusCode, headers, body: reply.body.replaceAll(String(requestId), 'request') }
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-/
/** The same question about things that do not exist. */
const emptied = (input: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(input).map(([key, value]) => [key, uuid.test(String(value)) ? randomUUID() : value]),
  )

test('every operation has a stranger, and every stranger an operation', () => {
  expect(Object.keys(cases).sort()).toEqual(operations.map(({ name }) => name).sort())
})

test('only what asks for no session is called public', () => {
  const open = operations.filter(({ permission }) => permission === 'public').map(({ name }) => name)
  expect(
    casesOf('public')
      .map(([name]) => name)
      .sort(),
  ).toEqual(open.sort())
})

describe('what is somebody else’s is as good as absent', () => {
  test.each(casesOf('refused'))('%s', async (name, operation, { real, absent, strangers }) => {
    const input = real(world, things)
    for (const stranger of strangers) {
      const [theirs, nothing] = [
        await ask(operation, input, stranger),
        await ask(operation, absent ?? emptied(input), stranger),
      ]
      expect({ stranger, ...theirs }).toEqual({ stranger, ...nothing })
      expect({ stranger, status: theirs.status }).toEqual({
        stranger,
        status:
          name === 'enrolment.accept' &&
          appOf((await world.as(...stranger)).scope.hat) === 'people' &&
          stranger[1] !== 'carer'
            ? 401
            : 404,
      })
    }
  })
})

describe('a list of one’s own holds nobody else’s', () => {
  // Some of these change who is signed in.
  beforeEach(async () => {
    await world.close()
    await newWorld()
  })
  test.each(casesOf('own'))('%s', async (_, operation, { input = {}, strangers }) => {
    for (const stranger of strangers) {
      const { body } = await ask(operation, input, stranger)
      for (const secret of things.secrets)
        expect({ stranger, body: body.includes(secret) }).toEqual({ stranger, body: false })
    }
  })
})

describe('whoever has not signed in learns nothing, not even what exists', () => {
  const closed = operations.filter(({ permission }) => permission !== 'public').map((one) => [one.name, one] as const)
  test.each(closed)('%s', async (name, operation) => {
    const one = cases[name] as Exclude<Case, { kind: 'public' }>
    const input = one.kind === 'refused' ? one.real(world, things) : (one.input ?? {})
    const [real, absent] = [await ask(operation, input), await ask(operation, emptied(input))]
    expect(real).toEqual(absent)
    expect(real.status).toBe(401)
  })

  test.each(casesOf('public'))('%s', async (_, operation, { known, unknown }) => {
    const [one, other] = [await ask(operation, known), await ask(operation, unknown)]
    expect(one).toEqual(other)
  })
})

describe('ids of two parents are as good as absent', () => {
  const sent = () => ({ messageId: randomUUID(), body: 'hello' })
  test.each([
    [
      'a message edited by way of another conversation',
      editMessage,
      () => ({ messageId: things.messageId, body: 'x' }),
    ],
    ['corrected', correctMessage, () => ({ correctsId: things.messageId, ...sent() })],
    ['withdrawn', withdrawMessage, () => ({ messageId: things.messageId })],
    ['hidden', hideMessage, () => ({ messageId: things.messageId, hidden: true })],
    ['replied to', sendMessage, () => ({ replyToId: things.messageId, ...sent() })],
  ] as const)('%s', async (_, operation, more) => {
    for (const [stranger, conversationId] of [
      [['raj', 'carer'], world.cast.conversations.raj],
      [['sam'], world.cast.conversations.meera],
    ] as const) {
      const input = { conversationId, ...more() } as Record<string, unknown>
      const nowhere = { ...emptied(input), conversationId }
      const [mixed, absent] = [await ask(operation, input, [...stranger]), await ask(operation, nowhere, [...stranger])]
      expect({ stranger, ...mixed }).toEqual({ stranger, ...absent })
      expect(mixed.status).toBe(404)
    }
  })

  test('a member of one team by way of another', async () => {
    const input = { serviceId: world.cast.services.wellbeing, teamMemberId: world.cast.teams.priya }
    const mixed = await ask(removeTeamMember, input, ['nia'])
    expect(mixed).toEqual(await ask(removeTeamMember, { ...input, teamMemberId: randomUUID() }, ['nia']))
    expect(mixed.status).toBe(404)
  })
})
