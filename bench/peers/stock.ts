import { createServer } from 'node:http'
import { createAdapter } from '@socket.io/redis-adapter'
import { Redis } from 'ioredis'
import pg from 'pg'
import { Server } from 'socket.io'
import { report } from './report.ts'

// Socket.IO with one INSERT a message, as a team would first write it. With REDIS_URL: two such nodes and the classic adapter.

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })
await pool.query(
  'create table if not exists stock_message (id uuid primary key, room text not null, body text not null, at timestamptz not null default now())',
)
const http = createServer()
const io = new Server(http, { transports: ['websocket'], serveClient: false })
if (process.env.REDIS_URL) {
  const publisher = new Redis(process.env.REDIS_URL)
  io.adapter(createAdapter(publisher, publisher.duplicate()))
}
io.on('connection', (socket) => {
  const room = String(socket.handshake.auth.room)
  socket.join(room)
  socket.on('message', async (message: { id: string; body: string }, ack: (answer: { ok: boolean }) => void) => {
    await pool.query('insert into stock_message (id, room, body) values ($1, $2, $3)', [message.id, room, message.body])
    io.to(room).emit('message', message)
    ack({ ok: true })
  })
})
http.listen(0, '127.0.0.1', () => report(`http://127.0.0.1:${(http.address() as { port: number }).port}`))
