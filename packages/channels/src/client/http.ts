import type { OperationLike } from '../define/channel.ts'
import type { Problem, Reply } from '../define/event.ts'
import { noAnswer } from './problem.ts'

export type OperationAddress = Pick<OperationLike, 'name' | 'method' | 'path'>

export interface HttpOptions {
  url: string
  fetch: typeof fetch
  headers: () => Record<string, string>
  timeoutMs: number
}

/** The operation over HTTP: `:names` of the path out of the input, the rest as query or JSON body. Never throws. */
export async function callHttp(options: HttpOptions, operation: OperationAddress, input: unknown): Promise<Reply> {
  const rest = { ...(input as Record<string, unknown> | undefined) }
  const path = operation.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = rest[name]
    delete rest[name]
    return encodeURIComponent(String(value))
  })
  const inQuery = operation.method === 'GET' || operation.method === 'DELETE'
  const body = !inQuery && Object.keys(rest).length > 0 ? JSON.stringify(rest) : undefined
  try {
    const response = await options.fetch(`${options.url}${path}${inQuery ? query(rest) : ''}`, {
      method: operation.method,
      headers: {
        accept: 'application/json',
        ...(body && { 'content-type': 'application/json' }),
        ...options.headers(),
      },
      signal: AbortSignal.timeout(options.timeoutMs),
      ...(body && { body }),
    })
    const text = await response.text()
    const value: unknown = text ? JSON.parse(text) : null
    return response.ok ? { ok: true, value } : { ok: false, problem: problemOf(response, value) }
  } catch {
    return { ok: false, problem: noAnswer() }
  }
}

function query(input: Record<string, unknown>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(input))
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== null) search.append(name, String(one))
  return search.size ? `?${search}` : ''
}

function problemOf(response: Response, value: unknown): Problem {
  const known = typeof value === 'object' && value !== null ? (value as Partial<Problem>) : {}
  const retryAfter = Number(response.headers.get('retry-after'))
  return {
    type: 'about:blank',
    title: response.statusText,
    ...(retryAfter > 0 && { retryAfter }),
    ...known,
    status: response.status,
  }
}
