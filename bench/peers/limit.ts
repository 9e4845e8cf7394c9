import pg from 'pg'
import { type WebSocket, WebSocketServer } from 'ws'
import { report } from './report.ts'

// The most that Node and Postgres do here: bare ws, one frame for a whole room, one write a socket and tick, batched INSERT.
// No sessions, no access, no numbering, no resume.

interface Waiting {
  id: string
  room: string
  body: string
  socket: WebSocket
  ack: number
}

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 4 })
await pool.query(
  'create table if not exists limit_message (id uuid primary key, room text not null, body text not null, at timestamptz not null default now())',
)
const rooms = new Map<string, Set<WebSocket>>()
const out = new Map<WebSocket, string[]>()
let waiting: Waiting[] = []
let inFlight = 0

function queue(socket: WebSocket, frame: string): void {
  const frames = out.get(socket)
  if (frames) frames.push(frame)
  else {
    if (out.size === 0) setImmediate(flush)
    out.set(socket, [frame])
  }
}

function flush(): void {
  for (const [socket, frames] of out) {
    const raw = (socket as unknown as { _socket: { cork(): void; uncork(): void } })._socket
    raw.cork()
    for (const frame of frames) socket.send(frame)
    raw.uncork()
  }
  out.clear()
}

async function store(): Promise<void> {
  if (waiting.length === 0 || inFlight >= 3) return
  const batch = waiting
  waiting = []
  inFlight += 1
  await pool.query(
    'insert into limit_message (id, room, body) select * from unnest($1::uuid[], $2::text[], $3::text[])',
    [batch.map((one) => one.id), batch.map((one) => one.room), batch.map((one) => one.body)],
  )
  inFlight -= 1
  for (const one of batch) {
    const frame = JSON.stringify({ id: one.id, body: one.body })
    for (const member of rooms.get(one.room) ?? []) queue(member, frame)
    queue(one.socket, JSON.stringify({ a: one.ack }))
  }
  void store()
}

const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
server.on('connection', (socket) => {
  let room = ''
  socket.on('message', (data) => {
    const message = JSON.parse(data.toString()) as { join?: string; a: number; id: string; body: string }
    if (message.join !== undefined) {
      room = message.join
      rooms.set(room, (rooms.get(room) ?? new Set()).add(socket))
      socket.send('{"joined":true}')
      return
    }
    if (waiting.length === 0) setImmediate(() => void store())
    waiting.push({ id: message.id, room, body: message.body, socket, ack: message.a })
  })
  socket.on('close', () => rooms.get(room)?.delete(socket))
})
server.on('listening', () => report(`http://127.0.0.1:${(server.address() as { port: number }).port}`))
