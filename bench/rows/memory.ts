import { Load } from '../load/processes.ts'
import { median } from '../load/tally.ts'
import { atMost, type MakeRows } from '../row.ts'
import { makeTown } from '../town.ts'
import { startPeer } from './messages.ts'

/** What 5,000 idle connections cost, each with its session and its joined conversation. */
export const memory: MakeRows = async (bench) => {
  const town = await makeTown(bench.ownerUrl, 'bench_memory', Math.max(1, Math.round(25 * bench.scale)), 200)
  const each: number[] = []
  for (let n = 0; n < bench.rounds; n += 1) {
    const peer = await startPeer('weft', bench, town.appUrl)
    const load = await Load.start()
    try {
      // A first wave warms code and pools up, so that only connections are counted.
      await load.connect({ dialect: 'weft', urls: [peer.url], clients: town.clients.slice(0, 200), atOnce: 50 })
      const before = await peer.usage()
      await load.close()
      const { connected } = await load.connect({ dialect: 'weft', urls: [peer.url], clients: town.clients, atOnce: 50 })
      await new Promise((resolve) => setTimeout(resolve, 2_000))
      const after = await peer.usage()
      each.push((after.rss - before.rss) / (connected - 200) / 1024)
    } finally {
      await load.kill()
      await peer.kill()
    }
  }
  return [atMost(`memory of an idle connection, ${town.clients.length} clients`, 'KB', median(each), 25)]
}
