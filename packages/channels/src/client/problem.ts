import type { Problem } from '../define/event.ts'

/** What `call()` throws. `problem.status` is 0 when no answer came at all: it may or may not have been done. */
export class CallError extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.title)
    this.problem = problem
  }
}

export const noAnswer = (): Problem => ({ type: 'about:blank', title: 'No connection', status: 0 })

const temporary = new Set([0, 401, 408, 425, 429])

/** False for problems that the same words would meet again. Signing in again is the writer's, and keeps the words waiting. */
export const isTemporary = ({ status }: Problem): boolean => temporary.has(status) || status >= 500

/** Seconds in the problem, as milliseconds. */
export const retryAfterMs = ({ retryAfter }: Problem): number =>
  typeof retryAfter === 'number' ? retryAfter * 1000 : 0
