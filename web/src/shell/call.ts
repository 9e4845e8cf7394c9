import type { InputOf, Operation, OutputOf } from '@weft/contract/operation.ts'
import type { Problem } from '@weft/contract/problem.ts'

/** What the server answered when it did not do what was asked. `code` is one of contract's, or `offline` when nothing answered at all. */
export class CallProblem extends Error {
  readonly code: string
  readonly problem: Partial<Problem>

  constructor(code: string, problem: Partial<Problem> = {}) {
    super(code)
    this.code = code
    this.problem = problem
  }
}

export const codeOf = (error: unknown): string => (error instanceof CallProblem ? error.code : 'unforeseen')

/** The reference to give to whoever helps; a screen shows it beside “Something went wrong”. */
export const referenceOf = (error: unknown): string | undefined =>
  error instanceof CallProblem ? error.problem.requestId : undefined

type Heard = (code: string) => void
const listeners = new Set<Heard>()

/** Hears the code of every refused call; the session listens for `not-signed-in`. */
export function onProblem(heard: Heard): () => void {
  listeners.add(heard)
  return () => void listeners.delete(heard)
}

/** Longer than a slow network takes; a connection that has died without a word would otherwise be waited for without end. */
const WAIT_MS = 20_000

/** Asks over HTTP, under the staff session. Throws `CallProblem`. Changes carry their own ids, so asking again is safe. */
export async function call<Op extends Operation>(
  operation: Op,
  input: InputOf<Op>,
  { signal, keepalive }: { signal?: AbortSignal; keepalive?: boolean } = {},
): Promise<OutputOf<Op>> {
  const { url, body } = addressOf(operation, input as Record<string, unknown>)
  const patience = AbortSignal.timeout(WAIT_MS)
  let response: Response
  try {
    response = await fetch(url, {
      method: operation.method,
      headers: { 'weft-app': 'staff', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      body,
      keepalive,
      signal: signal ? AbortSignal.any([signal, patience]) : patience,
    })
  } catch (error) {
    if (signal?.aborted) throw error
    throw new CallProblem('offline')
  }
  const answer = await response.json().catch(() => undefined)
  // What was cut off on its way may have been done; asking again finds out.
  if (response.ok && answer === undefined) throw new CallProblem('offline')
  if (response.ok) return answer as OutputOf<Op>
  const problem = (answer ?? {}) as Partial<Problem>
  const code = problem.code ?? (response.status >= 500 ? 'try-later' : 'unforeseen')
  for (const heard of listeners) heard(code)
  throw new CallProblem(code, problem)
}

function addressOf(operation: Operation, input: Record<string, unknown>): { url: string; body?: string } {
  const rest = { ...input }
  const path = operation.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = rest[name]
    delete rest[name]
    return encodeURIComponent(String(value))
  })
  if (operation.method !== 'GET') return { url: path, body: JSON.stringify(rest) }
  const given = Object.entries(rest).filter(([, value]) => value !== undefined)
  const query = new URLSearchParams(given.map(([key, value]) => [key, String(value)]))
  return { url: given.length > 0 ? `${path}?${query}` : path }
}
