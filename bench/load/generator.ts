import { randomUUID } from 'node:crypto'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { WebSocket } from 'ws'
import { type ClientPlan, type DialectName, dialects } from './dialect.ts'
import { Tally } from './tally.ts'

// The load, in a process of its own. It speaks frames over bare websockets and is told what to do by its parent.

export interface ConnectOrder {
  do: 'connect'
  dialect: DialectName
  /** Client n goes to address n modulo their number. */
  urls: string[]
  clients: ClientPlan[]
  /** Handshakes in flight at once. */
  atOnce: number
  /** Try again after a refusal or a lost connection, until level. */
  insist?: boolean
}
export interface RunOrder {
  do: 'run'
  seconds: number
  /** Clients that send: the n-th of each room. */
  sendersPerRoom: number
  /** Messages a second over all; without it each sender sends its next upon its ack. */
  rate?: number
}
export type Order = ConnectOrder | RunOrder | { do: 'close' } | { do: 'cursors' }

interface Client {
  plan: ClientPlan
  url: string
  socket: WebSocket
}

const body = 'Bad night again, maybe four hours. I tried the breathing thing and it did help a bit, thank you.'
let dialect = dialects.stock
let clients: Client[] = []
let tally = new Tally()
let nextAck = 1
let resend: ((client: Client) => void) | undefined

async function connect(order: ConnectOrder): Promise<object> {
  dialect = dialects[order.dialect]
  const started = performance.now()
  const waiting = [...order.clients.entries()]
  const made: Client[] = []
  let retries = 0
  const one = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, plan] = next
      const url = order.urls[index % order.urls.length] as string
      for (;;) {
        const client = await open(url, plan)
        if (client) {
          made.push(client)
          break
        }
        if (!order.insist) throw new Error('A connection was refused')
        retries += 1
        await new Promise((resolve) => setTimeout(resolve, 200 + Math.random() * 800))
      }
    }
  }
  await Promise.all(Array.from({ length: order.atOnce }, one))
  clients = made
  return { connected: made.length, ms: performance.now() - started, retries }
}

function open(url: string, plan: ClientPlan): Promise<Client | undefined> {
  return new Promise((resolve) => {
    const socket = new WebSocket(url.replace('http', 'ws') + dialect.path, {
      headers: dialect.headers(plan, url),
      perMessageDeflate: false,
      handshakeTimeout: 20_000,
    })
    const client: Client = { plan, url, socket }
    const give = (answer: Client | undefined) => {
      if (!answer) socket.terminate()
      resolve(answer)
    }
    socket.on('error', () => give(undefined))
    socket.on('close', () => give(undefined))
    socket.on('open', () => {
      for (const frame of dialect.hello(plan)) socket.send(frame)
    })
    socket.on('message', (data) => {
      const heard = dialect.read((data as Buffer).toString())
      if (heard.is === 'ping') socket.send(heard.pong)
      else if (heard.is === 'refused') give(undefined)
      else if (heard.is === 'level') {
        plan.cursor = heard.epoch ? { epoch: heard.epoch, seq: heard.seq ?? 0 } : undefined
        give(client)
      } else if (heard.is === 'ack') {
        tally.acked(heard.ackId, heard.ok)
        resend?.(client)
      } else if (heard.is === 'event') {
        if (plan.cursor && heard.seq) plan.cursor.seq = heard.seq
        if (heard.messageId) tally.delivered(heard.messageId)
      }
    })
  })
}

function sendFrom(client: Client): void {
  const ackId = nextAck++
  const messageId = randomUUID()
  tally.sent(ackId, messageId)
  client.socket.send(dialect.send(client.plan, ackId, messageId, body))
}

async function run(order: RunOrder): Promise<object> {
  tally = new Tally()
  const loop = monitorEventLoopDelay({ resolution: 10 })
  loop.enable()
  const senders = [...Map.groupBy(clients, (client) => client.plan.room).values()].flatMap((room) =>
    room.slice(0, order.sendersPerRoom),
  )
  const end = performance.now() + order.seconds * 1000
  if (order.rate === undefined) {
    resend = (client) => {
      if (performance.now() < end) sendFrom(client)
    }
    for (const client of senders) sendFrom(client)
    await sleep(order.seconds * 1000)
  } else {
    const gapMs = 1000 / order.rate
    let due = performance.now()
    for (let n = 0; due < end; n += 1, due += gapMs) {
      const wait = due - performance.now()
      if (wait > 0) await sleep(wait)
      sendFrom(senders[n % senders.length] as Client)
    }
  }
  const seconds = order.seconds
  const figures = tally.figures(seconds)
  await sleep(500)
  resend = undefined
  loop.disable()
  return { ...figures, generatorLagMs: loop.percentile(99) / 1e6 }
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function obey(order: Order): Promise<object> {
  if (order.do === 'connect') return connect(order)
  if (order.do === 'run') return run(order)
  if (order.do === 'cursors') return { clients: clients.map((client) => client.plan) }
  for (const client of clients) client.socket.terminate()
  clients = []
  return {}
}

process.on('message', (order: Order) => {
  obey(order).then(
    (value) => process.send?.({ value }),
    (error: Error) => process.send?.({ error: error.message }),
  )
})
process.on('disconnect', () => process.exit(0))
process.send?.({ value: 'ready' })
