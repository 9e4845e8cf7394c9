import { vi } from 'vitest'

export interface Asked {
  method: string
  path: string
  query: URLSearchParams
  body: Record<string, unknown>
}

type Answer = unknown | ((asked: Asked) => unknown)

/** Answers a problem of that code. */
export const refusal = (code: string, more: object = {}) => ({ isRefusal: true, code, ...more })
const statusOf: Record<string, number> = {
  'not-signed-in': 401,
  'details-do-not-match': 401,
  'reason-needed': 403,
  'not-found': 404,
  conflict: 409,
  'too-many': 429,
  unforeseen: 500,
}

/** HTTP at the outer edge: `'GET /api/me': session`. A path with `*` in place of ids; unknown ones answer `not-found`. */
export function fakeServer(answers: Record<string, Answer>) {
  const asked: Asked[] = []
  vi.stubGlobal('fetch', async (address: string, init: RequestInit) => {
    const url = new URL(address, 'http://localhost')
    const one = {
      method: init.method ?? 'GET',
      path: url.pathname,
      query: url.searchParams,
      body: init.body ? JSON.parse(String(init.body)) : {},
    }
    asked.push(one)
    const key = Object.keys(answers).find((name) => matches(name, `${one.method} ${one.path}`))
    const found = key === undefined ? refusal('not-found') : answers[key]
    const answer = await (typeof found === 'function' ? found(one) : found)
    if (answer === 'no network') throw new TypeError('Failed to fetch')
    const code = (answer as { isRefusal?: true; code?: string }).isRefusal
      ? (answer as { code: string }).code
      : undefined
    return new Response(JSON.stringify(answer), { status: code ? (statusOf[code] ?? 422) : 200 })
  })
  return {
    asked,
    answers,
    askedFor: (name: string) => asked.filter((one) => matches(name, `${one.method} ${one.path}`)),
  }
}

const matches = (name: string, key: string) =>
  new RegExp(`^${name.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]+')}$`).test(key)
