import { randomInt } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { Answer } from './oracle.ts'

/** One seed for the whole suite; `ACCESS_SEED` repeats a run. */
export const seed = Number(process.env.ACCESS_SEED ?? randomInt(2 ** 31))

/** Every code with which domain.md 3.3 can refuse what exists so far. */
const reasons = [
  'not_active',
  'private',
  'restricted',
  'withheld',
  'identity_level',
  'carer_no_scope',
  'masked',
  'volunteer',
  'no_relation',
]

export interface Tally {
  worlds: number
  /** Counts one comparison; whether both said the same. */
  note(page: Answer, ours: Answer): boolean
  reasonsMissed(): string[]
  /** Adds this to the figures in the file that `ACCESS_JSON` names, if it names one. */
  write(): void
}

export function newTally(name: string): Tally {
  const hit = new Set<string>()
  let comparisons = 0
  let differences = 0
  console.log(`${name}: seed ${seed}`)
  return {
    worlds: 0,
    note(page, ours) {
      comparisons += 1
      const isSame = page.yes === ours.yes && page.code === ours.code
      if (!isSame) differences += 1
      if (!ours.yes) hit.add(ours.code)
      return isSame
    },
    reasonsMissed: () => reasons.filter((reason) => !hit.has(reason)),
    write() {
      const file = process.env.ACCESS_JSON
      if (!file) return
      const before = existsSync(file)
        ? JSON.parse(readFileSync(file, 'utf8'))
        : { worlds: 0, comparisons: 0, differences: 0 }
      const figures = {
        worlds: before.worlds + this.worlds,
        comparisons: before.comparisons + comparisons,
        differences: before.differences + differences,
        reasonsHit: Math.max(before.reasonsHit ?? 0, reasons.length - this.reasonsMissed().length),
        reasonsTotal: reasons.length,
        seed,
      }
      writeFileSync(file, `${JSON.stringify(figures)}\n`)
    },
  }
}
