import { randomUUID } from 'node:crypto'
import type { Channel } from '@weft/channels/define'
import { conversationChannel, inboxChannel } from '@weft/contract/conversations/channel.ts'
import {
  getConversation,
  listConversations,
  listInbox,
  listMessages,
  sendMessage,
} from '@weft/contract/conversations/operations.ts'
import type { Operation } from '@weft/contract/operation.ts'
import { listCaseload, listMyEnrolments } from '@weft/contract/organisations/operations.ts'
import { getPersonHeader } from '@weft/contract/people/operations.ts'
import type { ProblemError } from '@weft/contract/problem.ts'
import type { AccountScope } from '../../src/platform/scope.ts'
import { type World as Live, requestOf } from '../world.ts'
import { scopeOf } from './facts.ts'
import { fenceOf, within } from './fence.ts'
import { type Conversation, type Populated, thingOf } from './live.ts'
import { type Answer, ask, type Thing, type World } from './oracle.ts'
import { personalTables } from './personal-rows.ts'
import { sharedSurfaces, sharedThings } from './shared-surfaces.ts'
import type { Tally } from './tally.ts'

/** Everything that one session can get hold of, compared with what the page says it may. */
export interface Surfaces {
  /** The door and the socket for each conversation and person: the cheap round, after every command. */
  doors(): Promise<void>
  /** Lists, counts, search, unread, error bodies, sending, and raw SQL as `weft_app` besides. */
  all(): Promise<void>
  differences: Record<string, unknown>[]
}

export function surfacesOf(live: Live, populated: Populated, tally: Tally): Surfaces {
  const differences: Record<string, unknown>[] = []
  let turn = 0
  const { app } = live
  const nowMs = () => live.clock.now().getTime()

  async function call(sessionId: string, scope: AccountScope, operation: Operation, input: Record<string, unknown>) {
    const { url, body } = requestOf(operation, input)
    const headers = {
      cookie: populated.cookieOf(sessionId),
      'weft-app': scope.app,
      ...(body && { 'content-type': 'application/json' }),
    }
    const reply = await app.http.inject({
      method: operation.method,
      url,
      headers,
      ...(body && { payload: JSON.stringify(body) }),
    })
    return { status: reply.statusCode, body: reply.json() as Record<string, never> }
  }

  const differ = (surface: string, about: Record<string, unknown>) =>
    void differences.push({ surface, now: live.clock.now(), ...about })

  /** Compares yes and no, and the reason where the surface knows one. */
  function judge(
    surface: string,
    page: Answer,
    ours: { yes: boolean; code?: string },
    about: Record<string, unknown>,
  ): void {
    if (!tally.note(page, { yes: ours.yes, code: ours.code ?? page.code })) differ(surface, { page, ours, ...about })
  }

  async function join(channel: Channel, scope: AccountScope, params: Record<string, string>) {
    return app.runner.authorise(channel, scope, params).then(
      () => ({ yes: true }),
      (error: ProblemError) => ({ yes: false, code: error.reason ?? String(error) }),
    )
  }

  async function eachSession(
    work: (world: World, session: World['sessions'][number], scope: AccountScope) => Promise<void>,
  ) {
    const world = await populated.read()
    for (const session of world.sessions) await work(world, session, scopeOf(world, session.id))
  }

  const pairsOf = ({ people, services }: World) =>
    people.flatMap(({ id: personId }) => services.map(({ id: serviceId }) => ({ personId, serviceId })))
  const shared = sharedSurfaces(live, { judge, same: tally.same, differ, join, call })

  async function doors(): Promise<void> {
    const conversations = await populated.conversations()
    await eachSession(async (world, session, scope) => {
      for (const one of conversations) {
        const page = ask(world, session.id, 'read', thingOf(one), nowMs())
        judge('join', page, await join(conversationChannel, scope, { conversationId: one.id }), { session, one })
      }
      await shared.things(world, session.id, nextOf(sharedThings(world, nowMs()), 5))
    })
  }

  async function all(): Promise<void> {
    const conversations = await populated.conversations()
    const personal = await populated.personalRows()
    await eachSession(async (world, session, scope) => {
      const hears = (thing: Thing, action = 'read') => ask(world, session.id, action, thing, nowMs())
      const absent = await call(session.id, scope, getConversation, { conversationId: randomUUID() })
      const refusal = JSON.stringify({ ...absent.body, requestId: '' })

      for (const one of someOf(conversations, (each) => hears(thingOf(each)).yes)) {
        const page = hears(thingOf(one))
        for (const [operation, input] of [
          [getConversation, {}],
          [listMessages, { before: 5 }],
        ] as const) {
          const answer = await call(session.id, scope, operation, { conversationId: one.id, ...input })
          judge(operation.name, page, { yes: answer.status === 200 }, { session, one, status: answer.status })
          // Whoever need only say why is asked to; to everybody else it is not there.
          const isRight =
            page.code === 'reason_needed'
              ? answer.status === 403 && answer.body.code === 'reason-needed'
              : JSON.stringify({ ...answer.body, requestId: '' }) === refusal
          if (!page.yes && !tally.same(isRight)) differ('error body', { session, one, body: answer.body })
        }
      }
      for (const person of world.people) {
        const page = hears({ personId: person.id, recordClass: 'service', kind: 'person' })
        const answer = await call(session.id, scope, getPersonHeader, { personId: person.id })
        judge('person.get', page, { yes: answer.status === 200 }, { session, person, status: answer.status })
      }
      await shared.things(world, session.id, nextOf(sharedThings(world, nowMs()), 25))
      await shared.topics(world, session.id, nextOf(pairsOf(world), 3))
      await shared.contents(world, session.id, personal, nextOf(pairsOf(world), 3))
      await shared.copies(world, session.id, nextOf(pairsOf(world), 3))
      await compareLists(world, session, scope, conversations, hears)
      await compareSql(world, session, scope, conversations, hears)
    })
    await eachSession(async (world, session, scope) => {
      const mayWrite = (each: Conversation) => ask(world, session.id, 'write', thingOf(each), nowMs()).yes
      for (const one of someOf(conversations, mayWrite)) await compareSending(world, session, scope, one)
    })
  }

  type Hears = (thing: Thing, action?: string) => Answer

  async function compareLists(
    world: World,
    session: World['sessions'][number],
    scope: AccountScope,
    conversations: Conversation[],
    hears: Hears,
  ) {
    const listed = await call(session.id, scope, listConversations, {
      accountId: scope.accountId,
      hat: scope.hat,
      limit: 200,
    })
    const rows = ((listed.body.rows ?? []) as { conversationId: string; unread: number }[]).map(
      (row) => row.conversationId,
    )
    for (const one of conversations) {
      const page = hears(thingOf(one))
      const belongs =
        page.yes &&
        one.kind !== 'team_note' &&
        (page.code === 'team' ? one.state === 'open' : page.code !== 'ended_coordinator' && page.code !== 'carer_scope')
      const isListed = rows.includes(one.id)
      // A colleague of a thread that belongs to an earlier time with the service may read it, and is not in it.
      const isRight = isListed ? page.yes : !belongs
      if (!tally.same(isRight)) differ('conversation.list', { session, one, page, isListed })
    }
    if (!tally.same((listed.body.total ?? 0) === rows.length))
      differ('conversation count', { session, total: listed.body.total, rows })

    const expected = world.people.flatMap((person) =>
      world.services
        .filter((service) =>
          ['team', 'ended_coordinator', 'reason_needed'].includes(
            hears({ personId: person.id, serviceId: service.id, recordClass: 'service', kind: 'enrolment' }).code,
          ),
        )
        .map((service) => `${person.id} ${service.id}`),
    )
    const caseload = await call(session.id, scope, listCaseload, { limit: 200 })
    const shown = ((caseload.body.rows ?? []) as { personId: string; serviceId: string }[]).map(
      (row) => `${row.personId} ${row.serviceId}`,
    )
    if (!tally.same(shown.sort().join() === expected.sort().join())) differ('caseload', { session, shown, expected })
    if (!tally.same((caseload.body.total ?? 0) === expected.length)) differ('caseload count', { session })
    for (const person of world.people) {
      const found = await call(session.id, scope, listCaseload, { text: person.id, limit: 200 })
      const hits = expected.filter((pair) => pair.startsWith(person.id)).length
      if (!tally.same(((found.body.rows ?? []) as unknown[]).length === hits && (found.body.total ?? 0) === hits))
        differ('caseload search', { session, person })
    }

    const own = await call(session.id, scope, listMyEnrolments, {})
    const mine = world.enrolments
      .filter(
        (one) =>
          ['active', 'ending', 'ended'].includes(one.state) &&
          hears({ personId: one.personId, serviceId: one.serviceId, recordClass: 'service', kind: 'enrolment' })
            .code === 'person',
      )
      .map((one) => one.serviceId)
    const told = ((own.body.enrolments ?? []) as { serviceId: string }[]).map((one) => one.serviceId)
    if (!tally.same(told.sort().join() === mine.sort().join())) differ('enrolment.listMine', { session, told, mine })

    for (const service of world.services) {
      const inbox = await call(session.id, scope, listInbox, { serviceId: service.id })
      const joined = await join(inboxChannel, scope, { serviceId: service.id })
      if (!tally.same((inbox.status === 200) === joined.yes || inbox.status === 401))
        differ('inbox doors', { session, service })
      for (const row of (inbox.body.rows ?? []) as { conversationId: string }[]) {
        const one = conversations.find((each) => each.id === row.conversationId) as Conversation
        judge('inbox row', hears(thingOf(one)), { yes: true }, { session, one })
      }
    }
  }

  /** Raw SQL as `weft_app` under the account's identity: no more than the fence, and no less than the page allows. */
  async function compareSql(
    world: World,
    session: World['sessions'][number],
    scope: AccountScope,
    conversations: Conversation[],
    hears: Hears,
  ) {
    const fence = fenceOf(world, scope.accountId, nowMs())
    const personIds = world.people.map(({ id }) => id)
    const seen = await app.db.as(scope, async (tx) => {
      const of = async (sql: string) => (await tx.query(sql, [personIds])).rows as Record<string, string>[]
      return {
        person: await of('select id as person_id from person where id = any ($1)'),
        enrolment: await of('select person_id from enrolment where person_id = any ($1)'),
        conversation: await of('select id, person_id, kind from conversation where person_id = any ($1)'),
        message: await of('select person_id, kind from message where person_id = any ($1)'),
        member: await of('select person_id, kind from conversation_member where person_id = any ($1)'),
        secret: await of(
          `select person_id from restriction where person_id = any ($1) union all select person_id from mask where person_id = any ($1)
            union all select person_id from reading_reason where person_id = any ($1)`,
        ),
        grant: await of(`select person_id from authz_grant where person_id = any ($1) and account_id <> app_account()`),
        share: await of('select person_id from share_grant where person_id = any ($1)'),
        personal: await of(
          personalTables
            .map((table) => `select person_id, visibility from ${table} where person_id = any ($1)`)
            .join(' union all '),
        ),
        copies: await of('select person_id from record_copy where person_id = any ($1)'),
        shared: await of(`select person_id from authz_grant where person_id = any ($1) and category = 'shared'
          and account_id = app_account() and valid_from <= app_now() and (until is null or until > app_now())`),
      }
    })
    const any = ['own', 'team', 'person_team', 'carer_team', 'team_note', 'shared']
    const beyond = [
      ...seen.person.filter((row) => !within(fence, row.person_id as string, ...any)),
      ...seen.enrolment.filter((row) => !within(fence, row.person_id as string, 'own', 'team')),
      ...[...seen.conversation, ...seen.message, ...seen.member].filter(
        (row) => !within(fence, row.person_id as string, row.kind as string),
      ),
      ...seen.secret,
      ...seen.grant,
      ...seen.share.filter((row) => !within(fence, row.person_id as string, 'own')),
      ...seen.personal.filter(
        (row) => !within(fence, row.person_id as string, 'own', ...(row.visibility === 'shared' ? ['shared'] : [])),
      ),
      ...seen.copies.filter((row) => !within(fence, row.person_id as string, 'own', 'team')),
      ...seen.shared.filter((row) => !within(fence, row.person_id as string, 'shared')),
    ]
    if (!tally.same(beyond.length === 0)) differ('SQL beyond the fence', { session, beyond: beyond[0] })
    const visible = new Set(seen.conversation.map((row) => row.id))
    for (const one of conversations) {
      if (!tally.same(!hears(thingOf(one)).yes || visible.has(one.id)))
        differ('SQL short of the page', { session, one })
    }
    const sharedTo = new Set(seen.shared.map((row) => row.person_id))
    for (const thing of sharedThings(world, nowMs())) {
      const { yes, code } = hears(thing)
      const needed = yes && (code === 'shared_service' || code === 'carer_scope')
      if (!tally.same(!needed || sharedTo.has(thing.personId))) differ('SQL short of the page', { session, thing })
    }
  }

  async function compareSending(
    world: World,
    session: World['sessions'][number],
    scope: AccountScope,
    one: Conversation,
  ) {
    const page = ask(world, session.id, 'write', thingOf(one), nowMs())
    const answer = await call(session.id, scope, sendMessage, {
      conversationId: one.id,
      messageId: randomUUID(),
      body: 'x',
    })
    const went = answer.status === 201 || answer.status === 409
    // Only members write: a carer whose scopes let them read the person's thread is none.
    const isRight = page.yes
      ? went || page.code === 'carer_scope' || (page.code === 'team' && one.state === 'closed')
      : !went
    if (!tally.same(isRight)) differ('message.send', { session, one, page, status: answer.status })
  }

  /** The next few, so that rounds together meet them all. */
  function nextOf<T>(all: readonly T[], count: number): T[] {
    turn += count
    return Array.from({ length: count }, (_, place) => all[(turn + place) % all.length] as T)
  }

  /** Whatever may be had, and three that may not: the doors have been compared for each. */
  function someOf(conversations: readonly Conversation[], isHad: (one: Conversation) => boolean): Conversation[] {
    const others = conversations.filter((one) => !isHad(one))
    turn += 3
    const start = turn % Math.max(others.length, 1)
    return [...conversations.filter(isHad), ...others.slice(start, start + 3)]
  }

  return { doors, all, differences }
}
