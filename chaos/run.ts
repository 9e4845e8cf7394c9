import { parseArgs } from 'node:util'
import { isClean, type Verdict } from './checker.ts'
import { type EpisodeResult, runEpisode } from './episode.ts'
import { Ground } from './ground.ts'
import { plants } from './plants.ts'

// npm run chaos [-- --seconds 300] [--seeds 5] [--seed 42] [--planted all|none|name,name] [--only fault] [--json]
//
// `--seconds` is shared out over the seeds. Planted bugs come afterwards, each until it is caught, five seeds at most.

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '300' },
    seeds: { type: 'string', default: '5' },
    seed: { type: 'string' },
    planted: { type: 'string' },
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
})
const seconds = Number(values.seconds)
const seeds = Number(values.seeds)
const firstSeed = values.seed ? Number(values.seed) : Math.floor(Math.random() * 1_000_000)
const planted =
  (values.planted ?? (seconds > 60 ? 'all' : 'none')) === 'all'
    ? Object.keys(plants)
    : (values.planted ?? 'none').split(',').filter((name) => name !== 'none')
const say = (line: string) => console.error(line)

const ground = new Ground()
await ground.start()
say(`Seed ${firstSeed}; ${seeds} seeds of ${Math.round(seconds / seeds)} s${ground.hasRedis ? '' : ', without Redis'}`)

const results: EpisodeResult[] = []
for (let n = 0; n < seeds; n += 1) {
  const seed = firstSeed + n
  say(`  seed ${seed}`)
  const result = await runEpisode(ground, { seed, seconds: seconds / seeds, servers: 3, only: values.only, say })
  results.push(result)
  say(
    `  seed ${seed}: ${result.acked} of ${result.sends} sends acknowledged, ${result.faults.length} faults, ${isClean(result.verdict) ? 'clean' : 'BROKEN'}`,
  )
  complain(result.verdict)
}

const caught: string[] = []
for (const plant of planted) {
  if (await isCaught(plant)) caught.push(plant)
}
await ground.stop()

const sum = (what: (result: EpisodeResult) => number) => results.reduce((total, result) => total + what(result), 0)
const summary = {
  sends: sum((one) => one.sends),
  acked: sum((one) => one.acked),
  lost: sum((one) => one.verdict.lost.length),
  duplicated: sum((one) => one.verdict.duplicated.length),
  disordered: sum((one) => one.verdict.disordered.length),
  diverged: sum((one) => one.verdict.diverged.length),
  leakedAfterRevoke: sum((one) => one.verdict.leakedAfterRevoke.length),
  seeds: results.map((one) => one.seed),
  faults: sum((one) => one.faults.length),
  plantedCaught: caught.length,
  plantedTotal: planted.length,
}
console.log(values.json ? JSON.stringify(summary) : JSON.stringify(summary, null, 2))
process.exit(
  results.every((one) => isClean(one.verdict)) && caught.length === planted.length && summary.acked > 0 ? 0 : 1,
)

async function isCaught(plant: string): Promise<boolean> {
  for (let n = 0; n < 5; n += 1) {
    const result = await runEpisode(ground, { seed: firstSeed + n, seconds: 8, servers: 2, plant, say })
    if (!isClean(result.verdict)) {
      say(`  planted ${plant}: caught with seed ${firstSeed + n}: ${Object.values(result.verdict).flat()[0]}`)
      return true
    }
  }
  say(`  planted ${plant}: NOT CAUGHT in five seeds`)
  return false
}

function complain(verdict: Verdict): void {
  for (const complaint of Object.values(verdict).flat().slice(0, 12)) say(`    ${complaint}`)
}
