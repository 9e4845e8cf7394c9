import { Load } from '../load/processes.ts'
import { median } from '../load/tally.ts'
import { atMost, type MakeRows, type Row } from '../row.ts'
import { makeTown } from '../town.ts'
import { startPeer } from './messages.ts'

const missed = 20

/** 5,000 clients lose their server, miss 20 messages each, and all come to the next one at once. */
export const reconnect: MakeRows = async (bench) => {
  const town = await makeTown(bench.ownerUrl, 'bench_reconnect', Math.max(1, Math.round(25 * bench.scale)), 200)
  const seconds: number[] = []
  const lags: number[] = []
  let lost = 0
  for (let n = 0; n < bench.rounds; n += 1) {
    const first = await startPeer('weft', bench, town.appUrl)
    const load = await Load.start()
    await load.connect({ dialect: 'weft', urls: [first.url], clients: town.clients, atOnce: 50 })
    const { clients } = await load.cursors()
    await load.close()
    await first.kill()

    // Somebody in each room writes while the others are away.
    const second = await startPeer('weft', bench, town.appUrl)
    const writers = [...Map.groupBy(clients, (client) => client.room).values()].map(
      (room) => room[0] as (typeof clients)[number],
    )
    await load.connect({ dialect: 'weft', urls: [second.url], clients: writers, atOnce: 20 })
    for (let sent = 0; sent < missed; sent += 1)
      await load.run({ seconds: 0.2, sendersPerRoom: 1, rate: writers.length / 0.2 })
    await load.close()
    await second.usage()

    const { ms } = await load.connect({
      dialect: 'weft',
      urls: [second.url],
      clients,
      atOnce: clients.length,
      insist: true,
    })
    const after = await load.cursors()
    const heads = new Map<string, number>()
    for (const { room, cursor } of after.clients) heads.set(room, Math.max(heads.get(room) ?? 0, cursor?.seq ?? 0))
    lost += after.clients.filter(({ room, cursor }) => cursor?.seq !== heads.get(room)).length
    seconds.push(ms / 1000)
    lags.push((await second.usage()).loopP99)
    bench.say(`  round ${n + 1}: all level after ${(ms / 1000).toFixed(1)} s`)
    await load.kill()
    await second.kill()
  }
  const all = `${town.clients.length} clients back after a kill, ${missed} messages behind`
  const rows: Row[] = [
    atMost(`${all}: all level`, 's', median(seconds), 15),
    atMost(`${all}: left behind`, 'clients', lost, 0),
    atMost(`${all}: event loop p99`, 'ms', median(lags), 200),
  ]
  return rows
}
