import type { DialectName } from '../load/dialect.ts'
import { Load, type Peer } from '../load/processes.ts'
import { median } from '../load/tally.ts'
import { against, type Bench, type MakeRows } from '../row.ts'
import { makeTown, type Town } from '../town.ts'
import { startPeer } from './messages.ts'

interface Result {
  perSecond: number
  cpuPerMessage: number
}

/** Two nodes with every conversation spread over both, beside two stock nodes on the classic Redis adapter, and beside one node. */
export const twoNodes: MakeRows = async (bench) => {
  if (!bench.redisUrl) {
    bench.say('  two nodes: no Redis here, so the peer cannot run; no rows')
    return []
  }
  const town = await makeTown(bench.ownerUrl, 'bench_two', Math.round(333 * bench.scale), 3)
  const results: Record<'stock' | 'weft' | 'one', Result[]> = { stock: [], weft: [], one: [] }
  for (let n = 0; n < bench.rounds; n += 1) {
    results.stock.push(await measure(bench, town, 'stock', 2))
    results.weft.push(await measure(bench, town, 'weft', 2))
    results.one.push(await measure(bench, town, 'weft', 1))
  }
  const middle = (who: keyof typeof results, what: keyof Result) => median(results[who].map((one) => one[what]))
  const ratio = middle('weft', 'cpuPerMessage') / middle('one', 'cpuPerMessage')
  return [
    against(
      'two nodes, persisted messages',
      'messages/s',
      'stock-2',
      middle('weft', 'perSecond'),
      middle('stock', 'perSecond'),
      2,
    ),
    {
      name: 'two nodes, CPU per message',
      value: Math.round(middle('weft', 'cpuPerMessage')),
      unit: 'µs',
      peer: 'one node',
      ratio: Number(ratio.toPrecision(4)),
      goal: '≤ 1.25 × one node',
      met: ratio <= 1.25,
    },
  ]
}

async function measure(bench: Bench, town: Town, dialect: DialectName, nodes: number): Promise<Result> {
  const peers: Peer[] = []
  for (let n = 0; n < nodes; n += 1) peers.push(await startPeer(dialect, bench, town.appUrl, { paired: nodes > 1 }))
  const load = await Load.start()
  try {
    await load.connect({ dialect, urls: peers.map((peer) => peer.url), clients: town.clients, atOnce: 50 })
    await load.run({ seconds: 2, sendersPerRoom: 1 })
    const before = await cpuOf(peers)
    const figures = await load.run({ seconds: bench.seconds, sendersPerRoom: 1 })
    const cpu = (await cpuOf(peers)) - before
    bench.say(`  ${nodes} × ${dialect}: ${Math.round(figures.ackedPerSecond)} messages/s`)
    return { perSecond: figures.ackedPerSecond, cpuPerMessage: cpu / figures.acked }
  } finally {
    await load.kill()
    for (const peer of peers) await peer.kill()
  }
}

async function cpuOf(peers: Peer[]): Promise<number> {
  let sum = 0
  for (const peer of peers) sum += (await peer.usage()).cpuMicros
  return sum
}
