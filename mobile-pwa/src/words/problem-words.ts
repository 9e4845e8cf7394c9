import { CallFailed } from '../wire/call.ts'
import type { Words } from './words.ts'

/** How long to wait, said in whole minutes from one minute on. */
export function waitWords(seconds: number, words: Words): string {
  return seconds < 60 ? words.problem.seconds(Math.max(1, seconds)) : words.problem.minutes(Math.ceil(seconds / 60))
}

/** What went wrong and what to do, for a form or a page. */
export function problemWords(error: unknown, words: Words): string {
  const problem = error instanceof CallFailed ? error.problem : undefined
  const code = error instanceof CallFailed ? error.code : 'unforeseen'
  if (code === 'offline') return words.problem.offline
  if (code === 'too-many') return words.problem.tooMany(waitWords(problem?.retryAfter ?? 60, words))
  if (code === 'try-later' || code === 'too-slow') return words.problem.later
  const reference = problem?.requestId ? ` ${words.problem.reference(problem.requestId.slice(0, 8))}.` : ''
  return words.problem.wrongHere + reference
}
