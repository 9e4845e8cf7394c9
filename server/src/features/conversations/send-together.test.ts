import { randomUUID } from 'node:crypto'
import { sendMessage } from '@weft/contract/conversations/operations.ts'
import { addTeamMember, removeTeamMember } from '@weft/contract/organisations/operations.ts'
import { ProblemError } from '@weft/contract/problem.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Name } from '../../../test/cast.ts'
import { type Actor, makeWorld, usualMoment, type World } from '../../../test/world.ts'
import { features } from '../../features.ts'
import { createRunner, parseInput, type Runner } from '../../platform/runner.ts'
import { channelLog } from '../../platform/sockets.ts'
import { writeAudit } from '../audit/write-audit.ts'
import { sendTogether } from './send-together.ts'

const actors = ['kofi', 'meera', 'raj', 'sam', 'nia', 'gary', 'priya', 'denise'] as const
const places = ['kofi', 'meera', 'raj', 'denise', 'kofi note', 'raj note', 'nowhere'] as const
/** A few ids that come again and again, among many that are new. */
const ids = Array.from({ length: 12 }, () => randomUUID())
const seats = [
  ['kofi', 'kofi'],
  ['sam', 'kofi'],
  ['nia', 'kofi'],
  ['meera', 'meera'],
  ['sam', 'meera'],
  ['raj', 'raj'],
  ['nia', 'raj'],
  ['sam', 'raj note'],
  ['priya', 'denise'],
  ['denise', 'denise'],
] as const

const seldom = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 8, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary })
const usual = fc.constantFrom(...seats)
const anything = fc.tuple(fc.constantFrom(...actors), fc.constantFrom(...places))
const call: fc.Arbitrary<Call> = fc
  .record({
    seat: fc.oneof({ weight: 5, arbitrary: usual }, { weight: 1, arbitrary: anything }),
    messageId: fc.oneof(
      { weight: 5, arbitrary: fc.uuid({ version: 7 }) },
      { weight: 1, arbitrary: fc.constantFrom(...ids) },
    ),
    body: fc.constantFrom('Yes', 'No', '🧵 <b>'),
    replyToId: seldom(fc.constantFrom(...ids)),
    keepFromPerson: seldom(fc.constant(true as const)),
  })
  .map(({ seat: [by, place], ...rest }) => ({ by, place, ...rest }))

interface Call {
  by: (typeof actors)[number]
  place: (typeof places)[number]
  messageId: string
  body: string
  replyToId: string | undefined
  keepFromPerson: true | undefined
}
const step = fc.record({
  minutes: fc.constantFrom(0, 0, 1, 60, 13 * 60),
  change: fc.constantFrom(
    'nothing',
    'nothing',
    'nothing',
    'sam leaves',
    'sam comes back',
    'announces only',
    'two ways',
  ),
  calls: fc.array(call, { minLength: 1, maxLength: 14 }),
})

/** One world and its two ways of sending: many at once, and each alone as `send` does it. */
class Side {
  world: World
  alone: Runner
  who: Record<string, Actor>
  where: Record<string, string>

  private constructor(world: World, alone: Runner, who: Record<string, Actor>, where: Record<string, string>) {
    this.world = world
    this.alone = alone
    this.who = who
    this.where = where
  }

  static async make(): Promise<Side> {
    const world = await makeWorld({ withoutRedis: true })
    const { db, clock, log } = world.app
    const outlets = { committed: () => {}, wake: () => {}, endSessions: () => {} }
    const plain = features.map((one) => ({
      ...one,
      operations: one.operations?.map((handler) => ({ ...handler, together: undefined })),
    }))
    const alone = createRunner({ db, clock, log, channelLog, features: plain, writeAudit, outlets })
    const who = Object.fromEntries(
      await Promise.all(actors.map(async (name) => [name, await world.as(name as Name)] as const)),
    )
    const where: Record<string, string> = {
      ...world.cast.conversations,
      nowhere: '00000000-0000-4000-8000-000000000000',
    }
    for (const name of ['kofi', 'raj', 'meera', 'denise'] as const) {
      const [note] = await world.sql('select id from conversation where note_of = $1', [world.cast.conversations[name]])
      where[`${name} note`] = note.id
    }
    return new Side(world, alone, who, where)
  }

  input({ place, messageId, body, replyToId, keepFromPerson }: Call) {
    return { conversationId: this.where[place] as string, messageId, body, replyToId, keepFromPerson }
  }

  /** What each call made together answered; nothing where it was left to be asked alone. */
  together(calls: readonly Call[]): Promise<unknown[]> {
    return this.alone.act('batch', (ctx) =>
      sendTogether(
        ctx,
        calls.map((one) => ({
          scope: { ...(this.who[one.by] as Actor).scope, requestId: one.messageId },
          input: parseInput(sendMessage, this.input(one)) as never,
        })),
      ),
    )
  }

  async one(one: Call): Promise<unknown> {
    const { scope } = this.who[one.by] as Actor
    try {
      return await this.alone.run(sendMessage, { ...scope, requestId: one.messageId }, this.input(one))
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      return { problem: error.code, reason: error.reason, fields: error.extras.fields }
    }
  }

  async change(to: string): Promise<void> {
    const nia = this.who.nia as Actor
    const serviceId = this.world.cast.services.wellbeing
    const staffId = this.world.cast.people.sam.staffId as string
    const [current] = await this.world.sql('select id from team_member where staff_id = $1 and to_at is null', [
      staffId,
    ])
    if (to === 'sam leaves' && current) await nia.call(removeTeamMember, { serviceId, teamMemberId: current.id })
    if (to === 'sam comes back' && !current)
      await nia.call(addTeamMember, { serviceId, teamMemberId: randomUUID(), staffId, role: 'member' })
    if (to === 'sam is barred' || to === 'the bar ends') {
      const { personId } = this.world.cast.people.kofi as { personId: string }
      const { accountId } = this.world.cast.people.sam
      await this.world.sql('delete from restriction')
      if (to === 'sam is barred')
        await this.world.sql(
          `insert into restriction (id, person_id, kind, account_id, reason) values (gen_random_uuid(), $1, 'bar_actor', $2, 'x')`,
          [personId, accountId],
        )
      await this.world.app.runner.act('access', (ctx) => ctx.announce('access.changed', { personId, accountId }))
    }
    if (to === 'announces only') await this.world.sql(`update service set messaging = 'announce_only'`)
    if (to === 'two ways') await this.world.sql(`update service set messaging = 'two_way'`)
  }

  /** Everything that sending leaves behind, with this world's own ids named. */
  async leftBehind(): Promise<string> {
    await this.alone.settled()
    const rows = {
      messages: await this.world.sql(
        `select case when line is null then id::text end as id, conversation_id, person_id, kind, number, message_kind, author_id,
           author_hat, author, body, body_hash is not null as has_hash, reply_to_id, keep_from_person, line, due_at, sent_at
         from message order by conversation_id, number`,
      ),
      threads: await this.world.sql(
        `select id, last_number, changed_number, last_at, is_ungathered, awaiting_since, due_at, last_auto_at from conversation`,
      ),
      heads: await this.world.sql(`select topic, seq from topic_head where topic like 'conversation:%'`),
      events: await this.world.sql(
        `select topic, seq, name, case when name = 'message.sent' and data -> 'line' is null then data end as data, subject_id, actor_id, at
         from topic_event where topic like 'conversation:%'`,
      ),
      audit: await this.world.sql(
        `select at, actor_id, hat, person_id, record_class, item_kind, item_id, action, purpose, reason_code, service_id, request_id
         from access_log where item_kind in ('person_team', 'carer_team', 'team_note', 'conversation')`,
      ),
    }
    return JSON.stringify(this.named(rows), null, 1)
  }

  named(value: unknown): unknown {
    const { people, services, orgs } = this.world.cast
    const names = new Map<string, string>([
      ...Object.entries(this.where).map(([name, id]) => [id, `conversation of ${name}`] as const),
      ...Object.entries(services).map(([name, id]) => [id, `service ${name}`] as const),
      ...Object.entries(orgs).map(([name, id]) => [id, `organisation ${name}`] as const),
      ...Object.entries(people).flatMap(([name, one]) =>
        [one.accountId, one.personId].flatMap((id) => (id ? [[id, name] as const] : [])),
      ),
    ])
    const text = JSON.stringify(value).replace(
      /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g,
      (id) => names.get(id) ?? id,
    )
    const parsed = JSON.parse(text)
    if (!Array.isArray(parsed) && parsed.messages)
      for (const list of Object.values(parsed) as unknown[][])
        list.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
    return parsed
  }
}

describe('sending together', () => {
  let one: Side
  let other: Side
  beforeAll(async () => {
    one = await Side.make()
    other = await Side.make()
  })
  afterAll(() => Promise.all([one.world.close(), other.world.close()]))

  it('leaves the same messages, events, answers, problems and audit as sending alone, one after the other', async () => {
    let sentTogether = 0
    let leftAlone = 0
    for (const side of [one, other]) side.world.clock.set(usualMoment)
    await fc.assert(
      fc.asyncProperty(step, async ({ minutes, change, calls }) => {
        for (const side of [one, other]) {
          // Staff sessions end after some hours; the cast signs in again rather than be refused.
          if (minutes > 0) side.world.clock.advance({ minutes })
          await side.world.sql(`update session set last_used_at = $1, ends_at = $1::timestamptz + interval '30 days'`, [
            side.world.clock.now(),
          ])
          await side.change(change)
        }
        const answers = await one.together(calls)
        const order = [...calls.keys()].sort(
          (a, b) => Number(answers[a] === undefined) - Number(answers[b] === undefined),
        )
        for (const place of order) {
          const asked = calls[place] as Call
          const answer = answers[place] ?? (await one.one(asked))
          if (answers[place]) sentTogether += 1
          else leftAlone += 1
          expect(one.named([answer])).toEqual(other.named([await other.one(asked)]))
        }
        expect(await one.leftBehind()).toBe(await other.leftBehind())
      }),
      { numRuns: 40, endOnFailure: true },
    )
    // The property would hold of nothing at all.
    expect(sentTogether).toBeGreaterThan(30)
    expect(leftAlone).toBeGreaterThan(30)
  }, 120_000)

  describe('leaves to be asked alone', () => {
    const ask = (by: Call['by'], place: Call['place'], messageId = randomUUID()): Call => ({
      by,
      place,
      messageId,
      body: 'Yes',
      replyToId: undefined,
      keepFromPerson: undefined,
    })
    const isSent = async (...calls: Call[]) => (await one.together(calls)).map((answer) => answer !== undefined)
    beforeAll(() => one.change('two ways'))

    it('a repeat, and what the same person says there after it, so that their words keep their order', async () => {
      const first = ask('kofi', 'kofi')
      expect(await isSent(first)).toEqual([true])
      expect(await isSent(first, ask('kofi', 'kofi'), ask('nia', 'kofi'), ask('kofi', 'kofi'))).toEqual([
        false,
        false,
        true,
        false,
      ])
    })

    it('whoever has no grant, or whose session has ended', async () => {
      const { accountId, sessionId } = (one.who.meera as Actor).scope
      expect(await isSent(ask('meera', 'meera'))).toEqual([true])
      await one.world.sql(`update authz_grant set until = '2020-01-01' where account_id = $1`, [accountId])
      expect(await isSent(ask('meera', 'meera'), ask('nia', 'kofi'))).toEqual([false, true])
      await one.world.sql('update authz_grant set until = null where account_id = $1', [accountId])
      expect(await isSent(ask('meera', 'meera'))).toEqual([true])
      await one.world.sql('update session set ended_at = now() where id = $1', [sessionId])
      expect(await isSent(ask('meera', 'meera'), ask('nia', 'kofi'))).toEqual([false, true])
      await one.world.sql('update session set ended_at = null where id = $1', [sessionId])
    })
  })

  it('does all it can of what comes through the door in one transaction', async () => {
    const { world, who } = one
    await world.sql(`update service set messaging = 'two_way'`)
    const before = (await world.sql('select count(distinct xmin::text)::int as n from message'))[0].n
    const senders = ['kofi', 'meera', 'raj', 'nia'] as const
    const places = { kofi: 'kofi', meera: 'meera', raj: 'raj', nia: 'kofi' } as const
    const answers = await Promise.all(
      senders.map((name) =>
        world.app.runner.run(
          sendMessage,
          (who[name] as Actor).scope,
          one.input({
            by: name,
            place: places[name],
            messageId: randomUUID(),
            body: 'At once',
            replyToId: undefined,
            keepFromPerson: undefined,
          }),
        ),
      ),
    )
    expect(answers).toHaveLength(4)
    expect((await world.sql('select count(distinct xmin::text)::int as n from message'))[0].n).toBe(before + 1)
  })
})
