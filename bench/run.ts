import { cpus, loadavg, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import type { Bench, MakeRows, Row } from './row.ts'
import { memory } from './rows/memory.ts'
import { deliveries, latency, messages } from './rows/messages.ts'
import { reconnect } from './rows/reconnect.ts'
import { twoNodes } from './rows/two-nodes.ts'

// npm run bench [-- --json] [--only messages,memory] [--rounds 3] [--seconds 8] [--scale 1]
//
// Weft whole beside its peers, in one run on one machine with one load generator. Ratios and medians, never one absolute time.

const all: Record<string, MakeRows> = { messages, latency, deliveries, 'two-nodes': twoNodes, reconnect, memory }

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string', default: Object.keys(all).join(',') },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '8' },
    scale: { type: 'string', default: '1' },
  },
})

const ownerUrl = process.env.DATABASE_URL
if (!ownerUrl) throw new Error('DATABASE_URL is missing: run this as npm run bench')
const bench: Bench = {
  ownerUrl,
  redisUrl: process.env.REDIS_URL || undefined,
  rounds: Number(values.rounds),
  seconds: Number(values.seconds),
  scale: Number(values.scale),
  say: (line) => console.error(line),
}

const rows: Row[] = []
for (const name of values.only.split(',')) {
  const make = all[name]
  if (!make) throw new Error(`No rows called ${name}; there are ${Object.keys(all).join(', ')}`)
  bench.say(`${name} (foreign load ${loadavg()[0]?.toFixed(2)})`)
  rows.push(...(await make(bench)))
}

if (values.json) console.log(JSON.stringify({ rows }))
else {
  const [cpu] = cpus()
  console.log(
    `\n${cpu?.model}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, scale ${values.scale}, ${values.rounds} rounds\n`,
  )
  console.log('| what | value | against | ratio | goal | met |\n|---|---|---|---|---|---|')
  for (const row of rows)
    console.log(
      `| ${row.name} | ${row.value} ${row.unit} | ${row.peer} | ${row.ratio ?? ''} | ${row.goal} | ${row.met ? 'yes' : 'no'} |`,
    )
}
