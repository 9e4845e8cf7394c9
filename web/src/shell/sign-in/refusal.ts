import type { Words } from '../../words/words.ts'
import { CallProblem } from '../call.ts'

/** What any way of signing in may be answered, apart from what is wrong with the details themselves. */
export function troubleOf(error: unknown, words: Words['signIn']): string {
  if (!(error instanceof CallProblem)) return words.trouble
  const { code, problem } = error
  if (code === 'too-many') return words.wait(problem.retryAfter ?? 60)
  if (code === 'offline') return words.offline
  return problem.requestId ? `${words.trouble} ${words.reference(problem.requestId)}` : words.trouble
}
