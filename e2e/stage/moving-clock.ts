import type { Clock } from '../../server/src/platform/clock.ts'

/** A clock that goes on from wherever it is set. */
export class MovingClock implements Clock {
  #ahead: number

  constructor(from: Date) {
    this.#ahead = from.getTime() - Date.now()
  }

  now(): Date {
    return new Date(Date.now() + this.#ahead)
  }

  set(to: Date): void {
    this.#ahead = to.getTime() - Date.now()
  }
}
