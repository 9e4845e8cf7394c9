import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Redis } from 'ioredis'
import type { Reply, StoredEvent } from '../src/define/channel.ts'
import {
  type Access,
  type ChannelServer,
  createChannelServer,
  createPostgresLog,
  createRedisBell,
  createSocketServer,
  type Faults,
  type SqlExecutor,
} from '../src/server/channel-server.ts'
import { type BoardState, boardChannel, type Note } from '../src/testing/board.ts'
import { createLogDatabase } from './log-database.ts'

export type RealWorld = Awaited<ReturnType<typeof createRealWorld>>

export interface RealNode {
  server: ChannelServer
  url: string
  /** Loses its Redis for good. */
  deafen(): void
  stop(): Promise<void>
}

const log = createPostgresLog()
const topicOf = (boardId: string) => boardChannel.topicOf({ boardId })
const notFound = { type: 'about:blank', title: 'Not found', status: 404 }

/** A small host of the board channel as somebody would write it: Postgres holds everything, Redis rings if there is one. */
export async function createRealWorld(redisUrl: string | undefined, faults: Faults = {}) {
  const db = await createLogDatabase()
  await db.pool.query(`
    create table member (board text, account text, span bigint generated always as identity, primary key (board, account));
    create table note (id text primary key, board text not null, author text not null, seq bigint not null, text text not null)`)
  const prefix = `walk-${crypto.randomUUID()}`
  const nodes: RealNode[] = []
  const errors: unknown[] = []

  const accessOf = async (tx: SqlExecutor, boardId: string, account: string): Promise<Access> => {
    const { rows } = await tx.query('select span::text from member where board = $1 and account = $2', [
      boardId,
      account,
    ])
    return rows[0] ? { ok: true, span: rows[0].span } : { ok: false, problem: notFound }
  }

  const addNote = async (tx: SqlExecutor, account: string, { id, boardId, text }: Note & { boardId: string }) => {
    const known = await tx.query('select author, text from note where id = $1', [id])
    if (known.rows[0]) return { events: [], reply: { ok: true, value: { id, text } } satisfies Reply }
    const access = await accessOf(tx, boardId, account)
    if (!access.ok) return { events: [], reply: access }
    const event = await log.append(tx, {
      topic: topicOf(boardId),
      name: 'note.added',
      data: { id, text },
      actorId: account,
    })
    await tx.query('insert into note values ($1, $2, $3, $4, $5)', [id, boardId, account, event.seq, text])
    return { events: [event], reply: { ok: true, value: { id, text } } satisfies Reply }
  }

  const stateOf = async (tx: SqlExecutor, boardId: string): Promise<BoardState> => {
    const notes = await tx.query('select id, text from note where board = $1 order by seq', [boardId])
    const members = await tx.query('select account from member where board = $1 order by span', [boardId])
    return { notes: notes.rows, members: members.rows.map((row) => row.account) }
  }

  const push = async (account: string, input: unknown) => {
    for (;;) {
      try {
        return await db.transaction((tx) => addNote(tx, account, input as Note & { boardId: string }))
      } catch (error) {
        // Two copies of one note at the same moment: the second finds the first now.
        if ((error as { code?: string }).code !== '23505') throw error
      }
    }
  }

  const startNode = async (nodeId: string): Promise<RealNode> => {
    const redis = redisUrl ? [new Redis(redisUrl, { maxRetriesPerRequest: 0 }), new Redis(redisUrl)] : []
    for (const client of redis) client.on('error', () => {})
    const http = createServer((request, response) => {
      let body = ''
      request.on('data', (chunk) => {
        body += chunk
      })
      request.on('end', async () => {
        const boardId = request.url?.split('/')[3]
        const { events, reply } = await push(String(request.headers.who), { ...JSON.parse(body), boardId })
        server.committed(events)
        response
          .writeHead(reply.ok ? 200 : reply.problem.status)
          .end(JSON.stringify(reply.ok ? reply.value : reply.problem))
      })
    })
    const io = createSocketServer(http, { path: '/socket', allowOrigin: () => true })
    const [pub, sub] = redis
    const bell = pub && sub && createRedisBell(pub, sub, prefix, nodeId)
    const server = createChannelServer({
      io,
      nodeId,
      log,
      bell,
      withLog: (fn) => db.transaction(fn),
      channels: [boardChannel],
      limits: { eventsPerSecond: 500, eventsBurst: 500, handshakesBurst: 10_000, pageEvents: 20, replayEvents: 100 },
      identify: async ({ auth }) => ({ key: auth.who, account: auth.who }),
      authorise: ({ identity, params, action }) =>
        action === 'push' ? { ok: true } : db.transaction((tx) => accessOf(tx, params.boardId, identity.account)),
      snapshot: ({ identity, params, topic }) =>
        db.transaction(async (tx) => {
          const access = await accessOf(tx, params.boardId, identity.account)
          if (!access.ok) return access
          return { state: await stateOf(tx, params.boardId), ...(await log.head(tx, topic)) }
        }, 'isolation level repeatable read read only'),
      async push({ identity, input }) {
        const { events, reply } = await push(identity.account, input)
        server.committed(events)
        return reply
      },
      hooks: { onError: (error) => void errors.push(error) },
      faults,
    })
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
    const node: RealNode = {
      server,
      url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
      deafen() {
        for (const client of redis) client.disconnect()
      },
      async stop() {
        const at = nodes.indexOf(node)
        if (at >= 0) nodes.splice(at, 1)
        await server.close()
        bell?.close()
        for (const client of redis) client.disconnect()
        http.close()
        http.closeAllConnections()
      },
    }
    nodes.push(node)
    return node
  }

  return {
    nodes,
    errors,
    startNode,
    /** One transaction changes the row and tells of it; without a node, nobody rings. */
    async setMember(boardId: string, account: string, is: boolean, node: RealNode | undefined) {
      const events = await db.transaction(async (tx): Promise<StoredEvent[]> => {
        const changed = await tx.query(
          is
            ? 'insert into member (board, account) values ($1, $2) on conflict do nothing returning account'
            : 'delete from member where board = $1 and account = $2 returning account',
          [boardId, account],
        )
        if (!changed.rows.length) return []
        return log.appendMany(tx, [
          { topic: topicOf(boardId), name: is ? 'member.added' : 'member.removed', data: { account } },
        ])
      })
      node?.server.committed(events)
    },
    state: (boardId: string) => db.transaction((tx) => stateOf(tx, boardId)),
    events: (boardId: string) => db.transaction((tx) => log.read(tx, topicOf(boardId), 0, 100_000)),
    async close() {
      for (const node of [...nodes]) await node.stop()
      await db.drop()
    },
  }
}
