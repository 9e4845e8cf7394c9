import type { Channel } from '@weft/channels/define'
import { conversationChannel, myConversationsChannel } from '@weft/contract/conversations/channel.ts'
import type { JoinAnswer, JoinRequest, PushRequest } from '../../../packages/channels/src/wire.ts'

type Listener = (...given: never[]) => void

/** What a test's server holds: the state of each topic, and what it answers to a push. */
export interface FakeServer {
  topics: Map<string, { seq: number; state: unknown } | { problem: { status: number; code: string } }>
  push(
    request: PushRequest,
  ): { ok: true; value: unknown; seq?: number } | { ok: false; problem: { status: number; code: string } }
  isUp: boolean
}

const epoch = 'e1'
const sockets = new Set<FakeSocket>()

/** Stands in for Socket.IO's client: the one edge of the app that is not fetch. */
export class FakeSocket {
  connected = false
  private readonly server: FakeServer
  private readonly auth: (done: (auth: { resume?: JoinRequest[] }) => void) => void
  private readonly listeners = new Map<string, Listener>()

  constructor(server: FakeServer, auth: FakeSocket['auth']) {
    this.server = server
    this.auth = auth
  }

  on(name: string, listener: Listener) {
    this.listeners.set(name, listener)
  }

  connect() {
    if (!this.server.isUp) {
      setTimeout(() => this.tell('connect_error', new Error('down')))
      return
    }
    this.connected = true
    sockets.add(this)
    this.auth(({ resume = [] }) => {
      setTimeout(() => {
        this.tell('connect')
        if (resume.length > 0)
          this.tell(
            'joined',
            resume.map((request) => this.answer(request)),
          )
      })
    })
  }

  disconnect() {
    this.connected = false
    sockets.delete(this)
  }

  emit(name: string, payload: unknown, ack?: (reply: unknown) => void) {
    if (name === 'join')
      setTimeout(() =>
        this.tell(
          'joined',
          (payload as JoinRequest[]).map((one) => this.answer(one)),
        ),
      )
    if (name === 'push') setTimeout(() => ack?.({ epoch, ...this.server.push(payload as PushRequest) }))
  }

  tell(name: string, ...given: unknown[]) {
    this.listeners.get(name)?.(...(given as never[]))
  }

  private answer({ topic }: JoinRequest): JoinAnswer {
    const held = this.server.topics.get(topic)
    if (!held || 'problem' in held) {
      const { status, code } = held?.problem ?? { status: 404, code: 'not-found' }
      return { topic, ok: false, problem: { type: `/problems/${code}`, title: code, status, code } }
    }
    return { topic, ok: true, value: { epoch, seq: held.seq, head: held.seq, present: [], state: held.state } }
  }
}

const channels: Channel[] = [conversationChannel, myConversationsChannel]

/** Puts an event into a topic's state, as the server would, and tells everybody connected. */
export function broadcast(server: FakeServer, topic: string, name: string, data: unknown): number {
  const held = server.topics.get(topic)
  if (!held || 'problem' in held) throw new Error(`No topic ${topic}`)
  const event = { topic, seq: held.seq + 1, name, data, at: '2026-04-22T10:00:00Z' }
  held.seq = event.seq
  held.state = channels.find((channel) => channel.parse(topic))?.reduce(held.state, event)
  for (const socket of sockets) socket.tell('event', event)
  return held.seq
}

/** The line goes dead for everybody. */
export function cutAll(): void {
  for (const socket of [...sockets]) {
    socket.disconnect()
    socket.tell('disconnect')
  }
}
