import type { ClientPlan, DialectName } from '../load/dialect.ts'
import { Load, Peer } from '../load/processes.ts'
import { median } from '../load/tally.ts'
import { postgresCpuMicros } from '../postgres-cpu.ts'
import { against, atMost, type Bench, type MakeRows, type Row } from '../row.ts'
import { makeTown } from '../town.ts'

interface Round {
  perSecond: number
  deliveredPerSecond: number
  postgresMicros: number
}

/** Persisted messages a second in conversations of 3 with 1,000 clients, beside both peers; and what each costs Postgres. */
export const messages: MakeRows = async (bench) => {
  const rooms = Math.round(333 * bench.scale)
  const rounds = await compare(bench, rooms, 3, 1, ['stock', 'limit', 'weft'])
  const middle = (who: DialectName, what: keyof Round) => median((rounds.get(who) as Round[]).map((one) => one[what]))
  const name = 'persisted messages, conversations of 3'
  return [
    against(name, 'messages/s', 'stock', middle('weft', 'perSecond'), middle('stock', 'perSecond'), 1.5),
    against(name, 'messages/s', 'limit', middle('weft', 'perSecond'), middle('limit', 'perSecond'), 0.45),
    atMost('Postgres CPU per message, at load', 'µs', middle('weft', 'postgresMicros'), 60),
  ]
}

/** Deliveries a second in conversations of 200 with 5,000 clients. */
export const deliveries: MakeRows = async (bench) => {
  const rooms = Math.max(1, Math.round(25 * bench.scale))
  const rounds = await compare(bench, rooms, 200, 4, ['stock', 'weft'])
  const middle = (who: DialectName) => median((rounds.get(who) as Round[]).map((one) => one.deliveredPerSecond))
  return [against('deliveries, conversations of 200', 'deliveries/s', 'stock', middle('weft'), middle('stock'), 2)]
}

/** 200 messages a second with 1,000 clients: how long until the ack, and until everybody else has it. */
export const latency: MakeRows = async (bench) => {
  const town = await makeTown(bench.ownerUrl, 'bench_latency', Math.round(333 * bench.scale), 3)
  const rows: Row[] = []
  await withPeer('weft', bench, town.appUrl, town.clients, async (_peer, load) => {
    await load.run({ seconds: 2, sendersPerRoom: 3, rate: 200 })
    const all = []
    for (let n = 0; n < bench.rounds; n += 1)
      all.push(await load.run({ seconds: bench.seconds, sendersPerRoom: 3, rate: 200 }))
    for (const [name, key, most] of [
      ['ack at 200 messages/s, p50', 'ackP50', 2],
      ['ack at 200 messages/s, p99', 'ackP99', 10],
      ['delivery at 200 messages/s, p50', 'deliveryP50', 2],
      ['delivery at 200 messages/s, p99', 'deliveryP99', 10],
    ] as const) {
      rows.push(atMost(name, 'ms', median(all.map((one) => one[key])), most))
    }
  })
  return rows
}

async function compare(
  bench: Bench,
  rooms: number,
  size: number,
  sendersPerRoom: number,
  who: DialectName[],
): Promise<Map<DialectName, Round[]>> {
  const town = await makeTown(bench.ownerUrl, `bench_rooms_${size}`, rooms, size)
  const rounds = new Map<DialectName, Round[]>(who.map((one) => [one, []]))
  for (let n = 1; n <= bench.rounds; n += 1) {
    for (const dialect of who) {
      await withPeer(dialect, bench, town.appUrl, town.clients, async (_peer, load) => {
        await load.run({ seconds: 2, sendersPerRoom })
        const before = await postgresCpuMicros(bench.ownerUrl)
        const figures = await load.run({ seconds: bench.seconds, sendersPerRoom })
        const after = await postgresCpuMicros(bench.ownerUrl)
        if (figures.refused > 0) throw new Error(`${dialect} refused ${figures.refused} messages`)
        rounds.get(dialect)?.push({
          perSecond: figures.ackedPerSecond,
          deliveredPerSecond: figures.deliveredPerSecond,
          postgresMicros: ((after ?? Number.NaN) - (before ?? Number.NaN)) / figures.acked,
        })
        bench.say(
          `  round ${n}, ${dialect}: ${Math.round(figures.ackedPerSecond)} messages/s, ${Math.round(figures.deliveredPerSecond)} deliveries/s`,
        )
      })
    }
  }
  return rounds
}

/** Starts a peer, connects the clients, and ends both whatever happens. */
export async function withPeer(
  dialect: DialectName,
  bench: Bench,
  appUrl: string,
  clients: ClientPlan[],
  work: (peer: Peer, load: Load) => Promise<void>,
): Promise<void> {
  const peer = await startPeer(dialect, bench, appUrl)
  const load = await Load.start()
  try {
    await load.connect({ dialect, urls: [peer.url], clients, atOnce: 50 })
    await work(peer, load)
  } finally {
    await load.kill()
    await peer.kill()
  }
}

let port = 24_100
/** Weft with the run's Redis; the peers without, unless they are the pair that needs one. */
export function startPeer(
  dialect: DialectName,
  bench: Bench,
  appUrl: string,
  options: { paired?: boolean } = {},
): Promise<Peer> {
  port += 1
  const needsRedis = dialect === 'weft' || options.paired === true
  return Peer.start(`peers/${dialect}.ts`, {
    PORT: String(port),
    DATABASE_URL: bench.ownerUrl,
    DATABASE_APP_URL: appUrl,
    REDIS_URL: needsRedis ? (bench.redisUrl ?? '') : '',
  })
}
