import { parseArgs } from 'node:util'
import type { Browser } from '@playwright/test'
import type { Row } from '../bench/row.ts'
import { launchBrowser } from '../tools/browser.mjs'
import { between } from './budgets/between.ts'
import { desk } from './budgets/desk.ts'
import { hands } from './budgets/hands.ts'
import { loads } from './budgets/loads.ts'
import { use } from './budgets/use.ts'
import { weights } from './budgets/weights.ts'
import { startStage } from './stage/stage.ts'
import { liveTown } from './stage/town.ts'

// npm run budgets [-- --json] [--only weights,loads,between,hands,desk,use]
//
// Page weight and speed of both apps in a real browser, on the budgets of experience.md 6. Weights decide the exit code: they are the same on
// any machine. Times are medians of five on this machine, slowed as the profiles say, and reported; what does not exist yet has no row.

// `between` comes before `hands` fills the thread: a reader who stands at the first of 500 unread messages has the newest far out of sight.
const parts = { weights, loads, between, hands, desk, use }
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string', default: Object.keys(parts).join() },
  },
})

const town = await liveTown()
const stage = await startStage(town)
process.env.E2E_URL = stage.url
process.env.E2E_CONTROL = stage.controlUrl
const browser = (await launchBrowser()) as Browser
const rows: Row[] = []
try {
  for (const [name, part] of Object.entries(parts))
    if (values.only.split(',').includes(name)) rows.push(...(await part(browser)))
} finally {
  await browser.close()
  await stage.stop()
  await town.stop()
  print(rows)
}
process.exit(rows.some((row) => row.unit === 'KB' && !row.met) ? 1 : 0)

function print(all: Row[]): void {
  if (values.json) {
    console.log(JSON.stringify({ rows: all }))
    return
  }
  console.log('| what | value | budget | met |\n|---|---|---|---|')
  for (const row of all)
    console.log(`| ${row.name} | ${row.value} ${row.unit} | ${row.goal} | ${row.met ? 'yes' : 'no'} |`)
}
