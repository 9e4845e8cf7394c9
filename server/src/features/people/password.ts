import { hash, verify } from '@node-rs/argon2'
import { ProblemError } from '@weft/contract/problem.ts'

// Argon2id (2 in the library's const enum, which type stripping cannot import), above OWASP's least: 32 MiB, 3 passes.
export const cost = { algorithm: 2, memoryCost: 32_768, timeCost: 3, parallelism: 1 } as const

/** Of a random secret that nobody kept, at today's cost: verifying against it takes as long as against a real one, and fails. */
export const nobodysHash =
  '$argon2id$v=19$m=32768,t=3,p=1$MPF4gXOdYGOLBRw4DkwvmQ$T47a9MAxWlJJb+zpNB0aOMuA9v2hNwjKBquqHl0kJo4'

const AT_ONCE = 2
const MAX_WAITING = 64

let running = 0
const waiting: (() => void)[] = []

/** Some 25 ms of one core and 32 MiB; two at once, a few wait, and beyond that `try-later`. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFC'), cost))
}

/** False for a wrong password and, in the same time, when there is no hash to verify against. */
export function verifyPassword(password: string, stored: string | null | undefined): Promise<boolean> {
  return inTurn(async () => {
    const isRight = await verify(stored ?? nobodysHash, password.normalize('NFC'))
    return isRight && stored != null
  })
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= MAX_WAITING) throw new ProblemError('try-later', { retryAfter: 5 }, 'passwords_busy')
    await new Promise<void>((resolve) => waiting.push(resolve))
  } else {
    running += 1
  }
  try {
    return await work()
  } finally {
    // The place is handed on, so that nobody new slips in between.
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}
