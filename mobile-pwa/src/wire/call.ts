import type { Operation, OutputOf } from '@weft/contract/operation.ts'
import type { Problem } from '@weft/contract/problem.ts'
import type { input } from 'zod/v4/core'

/** Why a call brought no answer of its own: no way through, or a problem with its words and its reference. */
export class CallFailed extends Error {
  /** Absent when nothing came back at all: no network, or the wait ended. */
  readonly problem: Problem | undefined

  constructor(problem?: Problem, cause?: unknown) {
    super(problem?.code ?? 'offline', { cause })
    this.name = 'CallFailed'
    this.problem = problem
  }

  get code(): string {
    return this.problem?.code ?? 'offline'
  }
}

/** Told when the server says that nobody is signed in here any more. */
type OnSignedOut = () => void
let onSignedOut: OnSignedOut = () => {}
export function whenSignedOut(tell: OnSignedOut): void {
  onSignedOut = tell
}

const waitMs = 20_000

/** Asks the server one operation over HTTP. Throws `CallFailed` for every way in which it can fail. */
export async function call<Op extends Operation>(operation: Op, given: input<Op['input']>): Promise<OutputOf<Op>> {
  const { url, rest } = addressed(operation.path, given as Record<string, unknown>)
  const sendsBody = operation.method !== 'GET' && operation.method !== 'DELETE'
  const query = sendsBody ? '' : queryOf(rest)
  let response: Response
  try {
    response = await fetch(url + query, {
      method: operation.method,
      headers: { 'weft-app': 'people', ...(sendsBody && { 'content-type': 'application/json' }) },
      body: sendsBody ? JSON.stringify(rest) : undefined,
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.timeout(waitMs),
    })
  } catch (cause) {
    throw new CallFailed(undefined, cause)
  }
  const body = await bodyOf(response)
  // What was cut off on its way may have been done; asking again finds out.
  if (response.ok && body === undefined) throw new CallFailed(undefined)
  if (response.ok) return body as OutputOf<Op>
  const problem = problemFrom(response, body)
  if (problem.code === 'not-signed-in') onSignedOut()
  throw new CallFailed(problem)
}

/** Fills the path's `:params` and answers what is left of the input. */
function addressed(path: string, given: Record<string, unknown>): { url: string; rest: Record<string, unknown> } {
  const rest = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  const url = path.replace(/:(\w+)/g, (_all, name: string) => {
    const value = rest[name]
    delete rest[name]
    return encodeURIComponent(String(value))
  })
  return { url, rest }
}

function queryOf(rest: Record<string, unknown>): string {
  const query = new URLSearchParams(Object.entries(rest).map(([name, value]) => [name, String(value)])).toString()
  return query && `?${query}`
}

async function bodyOf(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch {
    return undefined
  }
}

/** A proxy or a captive portal answers with something that is no problem of ours; it still has a status. */
function problemFrom(response: Response, body: unknown): Problem {
  if (typeof body === 'object' && body !== null && 'code' in body) return body as Problem
  const code = response.status >= 500 ? 'try-later' : 'unforeseen'
  return { type: 'about:blank', title: '', detail: '', status: response.status, code }
}
