import type { Operations } from '../define/channel.ts'
import type { Problem, Reply } from '../define/event.ts'
import { check, type Schema } from '../define/schema.ts'
import type { JoinRequest, PushReply, SignalMessage } from '../wire.ts'
import type { Connection } from './connection.ts'
import { encode } from './frame.ts'
import type { Hub } from './hub.ts'
import { join } from './join.ts'
import { type Identity, ProblemError } from './options.ts'
import { problems } from './problems.ts'

export type Ack = (reply: Reply) => void

const signalBytesMax = 4096
/** A list of topics to join counts as one message for each so many: every one of them is asked about. */
const joinsAMessage = 20
/** How long an allowed signal allows the next ones, unless access changes. */
const signalTrustMs = 10_000

/** What clients can say. Everything in here is whatever somebody chose to send. */
export class Handlers<I extends Identity> {
  private readonly hub: Hub<I>
  private readonly relay: (signal: SignalMessage) => void

  /** `relay` passes a signal on to the other nodes. */
  constructor(hub: Hub<I>, relay: (signal: SignalMessage) => void) {
    this.hub = hub
    this.relay = relay
  }

  /** Never throws, and answers every message that asks for an answer. */
  handle(connection: Connection<I>, name: string, payload: unknown, ack: Ack): void {
    const waitMs = this.take(connection, name === 'join' && Array.isArray(payload) ? payload.length : 1)
    const message = asMessage(payload)
    if (waitMs === 'flood') this.hub.disconnect(connection)
    else if (waitMs) {
      this.hub.counts.limited++
      ack({ ok: false, problem: problems.tooMany(waitMs) })
    } else if (name === 'join') this.join(connection, payload, ack)
    else if (message && name === 'push') void this.push(connection, message, ack)
    else if (message && name === 'signal') void this.signal(connection, message, ack)
    else if (message && name === 'leave') {
      connection.members.get(message.topic)?.leave()
      ack({ ok: true, value: null })
    } else ack({ ok: false, problem: problems.malformed() })
  }

  private take(connection: Connection<I>, topics: number): number | 'flood' {
    const now = this.hub.clock.now()
    let waitMs = connection.take(now)
    for (let left = topics - joinsAMessage; left > 0 && !waitMs; left -= joinsAMessage) waitMs = connection.take(now)
    return waitMs
  }

  /** The topics a client had before it lost its last socket. */
  resume(connection: Connection<I>, auth: unknown): void {
    const requests = asJoins((auth as { resume?: unknown } | null | undefined)?.resume)
    if (!requests?.length) return
    for (const request of requests) this.joinOne(connection, request)
  }

  private join(connection: Connection<I>, payload: unknown, ack: Ack) {
    const many = Array.isArray(payload)
    const requests = asJoins(many ? payload : [payload])
    if (!requests?.length) return ack({ ok: false, problem: problems.malformed() })
    if (!many) return void join(this.hub, connection, requests[0] as JoinRequest, ack)
    // Answers come topic by topic, so that none waits for the slowest; the ack only says that all were heard.
    for (const request of requests) this.joinOne(connection, request)
    ack({ ok: true, value: null })
  }

  private joinOne(connection: Connection<I>, request: JoinRequest) {
    void join(this.hub, connection, request, (reply) => connection.answerJoin({ topic: request.topic, ...reply }))
  }

  private async push(connection: Connection<I>, message: Message, ack: (reply: PushReply) => void) {
    const refuse = (problem: Problem) => ack({ ok: false, problem })
    const address = this.hub.topics.get(message.topic) ?? this.hub.address(message.topic)
    const operation = address && own(address.channel.pushes as Operations, message.name)
    if (!address || !operation) return refuse(problems.notFound())
    if (connection.pushes >= this.hub.limits.pushesAtOnce) return refuse(problems.tooMany(1000))
    connection.pushes++
    try {
      const { identity } = connection
      const epoch = await this.epochOf(message.topic)
      const access = await this.hub.authoriseFor(identity, address, 'push')
      if (!access.ok) return refuse(access.problem)
      const input = withParams(message.input, address.params, operation.path)
      if (!input) return refuse(problems.notFound())
      const parsed = check(operation.input as Schema, input)
      if (parsed.issues) {
        const problem = this.hub.options.unfit?.({ identity, operation, input })
        return refuse(problem ?? problems.invalid(parsed.issues.map(issueOf)))
      }
      const reply = await this.hub.options.push({ identity, operation, input: parsed.value })
      ack({ ...reply, epoch, seq: this.hub.topics.get(message.topic)?.reach() })
    } catch (error) {
      if (error instanceof ProblemError) return refuse(error.problem)
      this.hub.failed(error, 'push', message.topic)
      refuse(problems.internal())
    } finally {
      connection.pushes--
    }
  }

  /** As of before the commit: should the log be replaced meanwhile, the client must see that its push went to the old one. */
  private async epochOf(name: string): Promise<string | undefined> {
    const topic = this.hub.topics.get(name)
    if (topic?.epoch === '') await topic.ready.catch(() => {})
    return topic?.epoch || undefined
  }

  private async signal(connection: Connection<I>, message: Message, ack: Ack) {
    try {
      ack(await this.passOn(connection, message))
    } catch (error) {
      this.hub.failed(error, 'signal', message.topic)
      ack({ ok: false, problem: problems.later(1000) })
    }
  }

  private async passOn(connection: Connection<I>, message: Message): Promise<Reply> {
    const refused = (problem: Problem): Reply => ({ ok: false, problem })
    const member = connection.members.get(message.topic)
    const schema = member && own(member.topic.channel.signals as Record<string, Schema>, message.name)
    if (!member?.joined || !schema) return refused(problems.notFound())
    const parsed = check(schema, message.data)
    if (parsed.issues || JSON.stringify(parsed.value ?? null).length > signalBytesMax)
      return refused(problems.invalid(parsed.issues?.map(issueOf) ?? []))
    const now = this.hub.clock.now()
    if (member.signalUntil <= now || member.isOver()) {
      const access = await this.hub.authorise(member, 'signal')
      if (!access.ok) return access
      member.signalUntil = now + signalTrustMs
      member.signs = access.signs
    }
    if (member.gone || !member.topic.live.has(member)) return refused(problems.notFound())
    const from = member.presence ?? undefined
    const data = member.signs ? { ...(parsed.value as object), ...member.signs } : parsed.value
    const signal = { topic: message.topic, name: message.name, data, from }
    const frame = encode('signal', signal)
    for (const other of member.topic.live) if (other !== member) other.hint(frame)
    this.relay(signal)
    return { ok: true, value: null }
  }
}

type Message = { topic: string; name: string; input: unknown; data: unknown }

function asMessage(payload: unknown): Message | undefined {
  if (typeof payload !== 'object' || payload === null) return undefined
  const { topic, name = '', input, data } = payload as Record<string, unknown>
  return typeof topic === 'string' && typeof name === 'string' ? { topic, name, input, data } : undefined
}

function asJoins(payload: unknown): JoinRequest[] | undefined {
  if (!Array.isArray(payload) || payload.length > 500) return undefined
  const joins = new Map<string, JoinRequest>()
  for (const one of payload) {
    const message = asMessage(one)
    if (!message) return undefined
    joins.set(message.topic, { topic: message.topic, cursor: asCursor((one as { cursor?: unknown }).cursor) })
  }
  return [...joins.values()]
}

function asCursor(cursor: unknown): JoinRequest['cursor'] {
  if (typeof cursor !== 'object' || cursor === null) return undefined
  const { epoch, seq, span } = cursor as Record<string, unknown>
  if (typeof epoch !== 'string' || !Number.isSafeInteger(seq) || (seq as number) < 0) return undefined
  return { epoch, seq: seq as number, span: typeof span === 'string' ? span : undefined }
}

/**
 * Those of the topic's params that the operation's path names belong to the input and are filled in. An input that names another thing than
 * its topic is about nothing that exists.
 */
function withParams(input: unknown, params: Record<string, unknown>, path: string): unknown {
  if (input !== undefined && (typeof input !== 'object' || input === null || Array.isArray(input))) return input ?? {}
  const given = (input ?? {}) as Record<string, unknown>
  const named = new Set(path.split('/'))
  const filled: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(params)) {
    if (Object.hasOwn(given, name) && given[name] !== value) return undefined
    if (named.has(`:${name}`)) filled[name] = value
  }
  return { ...filled, ...given }
}

function own<T>(record: Record<string, T>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined
}

const issueOf = ({
  message,
  path = [],
}: {
  message: string
  path?: readonly (PropertyKey | { key: PropertyKey })[] | undefined
}) => ({
  message,
  path: path.map((part) => String(typeof part === 'object' ? part.key : part)).join('.'),
})
