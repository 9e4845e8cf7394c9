import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs'
import { inject } from 'vitest'
import type { Answer } from './oracle.ts'

/**
 * One seed for all files of one run; `ACCESS_SEED` repeats a run. A gate has to say the same of the same code, so under `CI` it is always the
 * same one; new worlds are met wherever people work.
 */
export const seed = Number(
  process.env.ACCESS_SEED ?? (process.env.CI ? 1_719_754_998 : seedOf(`${inject('stores').ownerUrl} ${process.ppid}`)),
)

function seedOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE() % 2 ** 31
}

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
  'not_shared',
  'reason_needed',
  'no_relation',
]

export interface Tally {
  worlds: number
  /** How many comparisons were of something that may be had. */
  allowed: number
  /** Counts one comparison; whether both said the same. */
  note(page: Answer, ours: Answer): boolean
  /** Counts a comparison of anything else. */
  same(isSame: boolean): boolean
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
    allowed: 0,
    note(page, ours) {
      comparisons += 1
      if (page.yes) this.allowed += 1
      const isSame = page.yes === ours.yes && page.code === ours.code
      if (!isSame) differences += 1
      if (!ours.yes) hit.add(ours.code)
      return isSame
    },
    same(isSame) {
      comparisons += 1
      if (!isSame) differences += 1
      return isSame
    },
    reasonsMissed: () => reasons.filter((reason) => !hit.has(reason)),
    write() {
      const file = process.env.ACCESS_JSON
      if (!file) return
      const letGo = lock(file)
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
      letGo()
    },
  }
}

/** The suite's files run beside each other and add to one file of figures. */
function lock(file: string): () => void {
  for (;;) {
    try {
      mkdirSync(`${file}.lock`)
      return () => rmdirSync(`${file}.lock`)
    } catch (error) {
      if ((error as { code?: string }).code !== 'EEXIST') throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
    }
  }
}
