import { type LockLook, type Refused, triesMost } from '../../device/lock.ts'
import { waitWords } from '../../words/problem-words.ts'
import type { Words } from '../../words/words.ts'

/** From so many wrong tries on, somebody is told how many are left. */
const tellFrom = 7

/** Why the last try opened nothing, and how long to wait; `lock` is how it stands after that try. */
export function tryWords(words: Words, lock: LockLook | undefined, refused?: Refused['refused']): string | undefined {
  const say = words.appLock
  if (lock && lock.waitMs > 0) return say.wait(waitWords(Math.ceil(lock.waitMs / 1_000), words))
  if (refused === 'cancelled') return say.notOpened
  if (refused !== 'wrong') return undefined
  return lock && lock.wrong >= tellFrom ? say.wrongLeft(triesMost - lock.wrong) : say.wrong
}
