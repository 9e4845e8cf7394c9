import { cpus, loadavg, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { type Bench, type MakeRows, type Row, round } from './row.ts'
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
const foreignLoad: Record<string, number> = {}
for (const name of values.only.split(',')) {
  const make = all[name]
  if (!make) throw new Error(`No rows called ${name}; there are ${Object.keys(all).join(', ')}`)
  // What this run did before still shows in it; at the first rows it is other people's alone.
  foreignLoad[name] = round(loadavg()[0] ?? Number.NaN)
  bench.say(`${name} (load average before it ${foreignLoad[name]})`)
  rows.push(...(await make(bench)))
}

const machine = `${cpus()[0]?.model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB`
const versions = { node: process.version, postgres: await postgresVersion(ownerUrl) }
const { rounds, seconds, scale } = bench
if (values.json) console.log(JSON.stringify({ machine, versions, rounds, seconds, scale, foreignLoad, rows }))
else {
  console.log(
    `\n${machine}, Node ${versions.node}, PostgreSQL ${versions.postgres}, scale ${scale}, ${rounds} rounds of ${seconds} s, load average before each part: ${Object.entries(
      foreignLoad,
    )
      .map(([name, load]) => `${name} ${load}`)
      .join(', ')}\n`,
  )
  console.log('| what | value | against | ratio | goal | met |\n|---|---|---|---|---|---|')
  for (const row of rows)
    console.log(
      `| ${row.name} | ${row.value} ${row.unit} | ${row.peer} | ${row.ratio ?? ''} | ${row.goal} | ${row.met ? 'yes' : 'no'} |`,
    )
}

async function postgresVersion(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query('show server_version')
  await client.end()
  return rows[0].server_version
}
