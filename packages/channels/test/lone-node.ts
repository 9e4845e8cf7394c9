import type { Bell } from '../src/server/bell.ts'
import { createNode } from '../src/server/channel-server.ts'
import { Connection } from '../src/server/connection.ts'
import type { Access, ChannelServerOptions, Identity } from '../src/server/options.ts'
import { boardChannel } from '../src/testing/board.ts'
import { createMemoryLog } from '../src/testing/memory-log.ts'
import { createVirtualClock } from '../src/testing/virtual-clock.ts'
import type { Joined, JoinRequest, WireEvent } from '../src/wire.ts'

export const topic = boardChannel.topicOf({ boardId: 'one' })
export const refused = { ok: false, problem: { type: 'about:blank', title: 'Not found', status: 404 } } as const

export type LoneNode = ReturnType<typeof createLoneNode>

/** A node on virtual time whose access and snapshot a test can set, and whose sockets are lists of what was written to them. */
export function createLoneNode(
  options: {
    clock?: ReturnType<typeof createVirtualClock>
    log?: ReturnType<typeof createMemoryLog>
    nodeId?: string
    bell?: Bell
    limits?: ChannelServerOptions['limits']
    presence?: ChannelServerOptions['presence']
    faults?: ChannelServerOptions['faults']
    revalidate?: ChannelServerOptions['revalidate']
    unfit?: ChannelServerOptions['unfit']
  } = {},
) {
  const { clock = createVirtualClock(), log = createMemoryLog(() => clock.now()), nodeId = 'node', ...rest } = options
  const access = new Map<string, Access>()
  const asked: { account: string; action: string }[] = []
  const errors: unknown[] = []
  /** Turn it off to have every question to the database fail. */
  const database = { isUp: true, beforeSnapshot: () => {}, afterRead: () => {} }
  const must = () => {
    if (!database.isUp) throw new Error('the database is away')
  }

  const node = createNode<Identity>({
    ...rest,
    nodeId,
    clock,
    log,
    async withLog(fn) {
      must()
      const value = await fn({ query: async () => ({ rows: [] }) })
      database.afterRead()
      return value
    },
    channels: [boardChannel],
    async authorise({ identity, action }) {
      must()
      asked.push({ account: identity.account, action })
      return access.get(identity.account) ?? { ok: true }
    },
    async snapshot({ topic: name }) {
      must()
      database.beforeSnapshot()
      const notes = log.events(name).map((event) => event.data)
      return { state: { notes, members: [] }, ...log.headNow(name) }
    },
    async push({ input }) {
      const { id, boardId, text } = input as { id: string; boardId: string; text: string }
      if (text === 'throw') throw new Error('a secret')
      const event = log.add({ topic: boardChannel.topicOf({ boardId }), name: 'note.added', data: { id, text } })
      node.committed([event])
      return { ok: true, value: event.data }
    },
    hooks: { onError: (error) => void errors.push(error) },
  })

  /** A socket. `unread` says how many bytes its other end has left lying. */
  const connect = (account: string, key = account) => {
    const frames: [string, unknown][] = []
    const socket = { unread: 0, read: 0, closed: false, drain: () => {} }
    const connection = new Connection<Identity>(
      { account, key },
      {
        write: (frame) => void frames.push(JSON.parse(frame.text.slice(1))),
        unreadBytes: () => socket.unread,
        readBytes: () => socket.read,
        onDrain: (fn) => {
          socket.drain = fn
        },
        close: () => {
          socket.closed = true
        },
      },
      node.hub.limits,
      clock,
    )
    node.hub.connections.add(connection)
    const of = <T>(name: string) => frames.filter(([one]) => one === name).map(([, payload]) => payload as T)
    return {
      connection,
      socket,
      frames,
      of,
      seqs: () => of<WireEvent>('event').map((event) => event.seq),
      /** Answers once the node does; time must pass for that. */
      /** Lets as much time pass as the answer takes, up to ten seconds. */
      async say<T = unknown>(name: string, payload: unknown): Promise<T> {
        let answer: { reply: unknown } | undefined
        node.handlers.handle(connection, name, payload, (reply) => {
          answer = { reply }
        })
        for (let ms = 0; !answer && ms < 10_000; ms += 5) await clock.advance(ms && 5)
        if (!answer) throw new Error(`No answer to ${name}`)
        return answer.reply as T
      },
      async join(request: Partial<JoinRequest> = {}) {
        const reply = await this.say<{ ok: true; value: Joined } | typeof refused>('join', { topic, ...request })
        return reply
      },
      async joined(request: Partial<JoinRequest> = {}): Promise<Joined> {
        const reply = await this.join(request)
        if (!reply.ok) throw new Error(`Not joined: ${reply.problem.title}`)
        return reply.value
      },
      hangUp: () => node.hub.gone(connection),
    }
  }

  const add = (text: string, name = 'note.added') =>
    log.add({ topic, name, data: name === 'note.added' ? { id: text, text } : { account: text } })
  return { node, clock, log, access, asked, errors, database, connect, add }
}
