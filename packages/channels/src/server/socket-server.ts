import type { EventEmitter } from 'node:events'
import type { Server as HttpServer, IncomingMessage, ServerResponse } from 'node:http'
import { Server, type ServerOptions } from 'socket.io'

export interface SocketServerOptions {
  /** `/socket` for instance; the client must be told the same. */
  path: string
  /** The origins that may connect, compared whole: `https://care.example`. Anything else, and none at all, gets a bare 403. */
  origins?: readonly string[]
  /** Decides instead of `origins`, for every handshake. */
  allowOrigin?(origin: string | undefined, request: IncomingMessage): boolean
  /** Inbound, in bytes; a bigger one ends its socket. */
  frameBytesMax?: number
  pingIntervalMs?: number
  pingTimeoutMs?: number
}

/**
 * A Socket.IO server set up the only way this package works: websocket alone (any load balancer will do, without sticky sessions), no
 * compression, no connection state recovery, JSON packets only.
 */
export function createSocketServer(http: HttpServer, options: SocketServerOptions): Server {
  const { origins = [], allowOrigin = (origin) => origin !== undefined && origins.includes(origin) } = options
  const io = new Server(http, {
    path: options.path,
    transports: ['websocket'],
    serveClient: false,
    perMessageDeflate: false,
    httpCompression: false,
    cors: { origin: false },
    maxHttpBufferSize: options.frameBytesMax ?? 64 * 1024,
    pingInterval: options.pingIntervalMs ?? 25_000,
    pingTimeout: options.pingTimeoutMs ?? 20_000,
    connectTimeout: 10_000,
  } satisfies Partial<ServerOptions>)
  // As middleware, and not `allowRequest`, because Engine.IO answers a refused upgrade with 400 and looks at the transport first.
  io.engine.use((request: IncomingMessage, response: ServerResponse, next: () => void) => {
    if (allowOrigin(request.headers.origin, request)) return next()
    if (request.headers.upgrade === undefined) return response.writeHead(403).end()
    request.socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
  })
  io.engine.on('connection', refuseStrangePackets)
  return io
}

/** What no client of ours sends: binary attachments, which would be held in memory, and a second CONNECT, which would ask who it is twice. */
function refuseStrangePackets(engineSocket: EventEmitter & { close(discard: boolean): void }) {
  let connects = 0
  engineSocket.prependListener('data', (data: unknown) => {
    const type = typeof data === 'string' ? data[0] : 'binary'
    if (type === 'binary' || type === '5' || type === '6' || (type === '0' && ++connects > 1)) engineSocket.close(true)
  })
}
