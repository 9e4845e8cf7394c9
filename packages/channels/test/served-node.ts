import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type ManagerOptions, type SocketOptions, io as socketClient } from 'socket.io-client'
import { type ChannelServerOptions, createChannelServer, createSocketServer } from '../src/server/channel-server.ts'
import { boardChannel } from '../src/testing/board.ts'
import { createMemoryLog } from '../src/testing/memory-log.ts'

export const origin = 'https://care.example'

/** The board channel served over real Socket.IO on a free port. Whoever says `who` in the handshake is believed. */
export async function serveNode(
  options: Partial<Pick<ChannelServerOptions, 'limits' | 'authorise' | 'identify' | 'push'>> = {},
) {
  const http = createServer((_, response) => response.writeHead(404).end())
  const io = createSocketServer(http, { path: '/socket', origins: [origin] })
  const log = createMemoryLog()
  const errors: unknown[] = []
  const server = createChannelServer({
    io,
    nodeId: 'served',
    log,
    withLog: (fn) => fn({ query: async () => ({ rows: [] }) }),
    channels: [boardChannel],
    identify: async ({ auth }) => (typeof auth.who === 'string' ? { key: auth.who, account: auth.who } : null),
    authorise: () => ({ ok: true }),
    snapshot: async ({ topic }) => ({
      state: { notes: log.events(topic).map((event) => event.data), members: [] },
      ...log.headNow(topic),
    }),
    async push({ input }) {
      const { id, boardId, text } = input as { id: string; boardId: string; text: string }
      const event = log.add({ topic: boardChannel.topicOf({ boardId }), name: 'note.added', data: { id, text } })
      server.committed([event])
      return { ok: true, value: event.data }
    },
    hooks: { onError: (error) => void errors.push(error) },
    ...options,
    limits: { handshakesBurst: 1_000, eventsBurst: 1_000, ...options.limits },
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  const sockets: ReturnType<typeof socketClient>[] = []

  return {
    url,
    io,
    log,
    server,
    errors,
    /** Resolves with what came of the connect: the socket, or its refusal. */
    async connect(auth: object, more: Partial<ManagerOptions & SocketOptions> = {}) {
      const socket = socketClient(url, {
        path: '/socket',
        transports: ['websocket'],
        reconnection: false,
        forceNew: true,
        auth: auth as Record<string, unknown>,
        extraHeaders: { origin },
        ...more,
      })
      sockets.push(socket)
      const heard: [string, unknown][] = []
      socket.onAny((name: string, payload: unknown) => heard.push([name, payload]))
      const refusal = await new Promise<(Error & { data?: unknown; description?: unknown }) | undefined>((resolve) => {
        socket.once('connect', () => resolve(undefined))
        socket.once('connect_error', resolve)
      })
      return {
        socket,
        heard,
        refusal,
        of: (name: string) => heard.filter(([one]) => one === name).map(([, payload]) => payload),
      }
    },
    async close() {
      for (const socket of sockets) socket.disconnect()
      await server.close()
      await new Promise((resolve) => {
        http.close(resolve)
        http.closeAllConnections()
      })
    },
  }
}

/** Waits for something to become true; a test's own time limit is the only deadline. */
export async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 5))
}
