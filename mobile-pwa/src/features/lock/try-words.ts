import { type LockLook, type Refused, triesMost } from '../../device/lock.ts'
import type { Words } from '../../words/words.ts'

/** From so many wrong tries on, somebody is told how many are left. */
const tellFrom = 7

/** Why the last try opened nothing, and how long to wait; `lock` is how it stands after that try. */
export function tryWords(
  { appLock: say, problem }: Words,
  lock: LockLook | undefined,
  refused?: Refused['refused'],
): string | undefined {
  if (lock && lock.waitMs > 0) return say.wait(timeIn(lock.waitMs, problem))
  if (refused === 'cancelled') return say.notOpened
  if (refused !== 'wrong') return undefined
  return lock && lock.wrong >= tellFrom ? say.wrongLeft(triesMost - lock.wrong) : say.wrong
}

function timeIn(ms: number, say: Words['problem']): string {
  const seconds = Math.ceil(ms / 1_000)
  return seconds <= 60 ? say.seconds(seconds) : say.minutes(Math.ceil(seconds / 60))
}
