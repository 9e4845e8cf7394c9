import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { claim, release } from './owner.mjs'
import { runtimeDirectory } from './root.mjs'

/**
 * Does `work` while no other process of this checkout does what goes by the same name, and waits for its turn until then: two that
 * install or build into one folder at once would take away each other's files.
 */
export async function alone(name, work) {
  mkdirSync(runtimeDirectory, { recursive: true })
  const lock = join(runtimeDirectory, name)
  while (claim(lock)) await sleep(200)
  try {
    return await work()
  } finally {
    release(lock)
  }
}
