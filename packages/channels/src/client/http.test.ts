import { describe, expect, it } from 'vitest'
import { callHttp } from './http.ts'

function server(answer: () => Response | Promise<Response>) {
  const requests: { url: string; method: string; headers: Headers; body: unknown }[] = []
  const options = {
    url: 'https://care.example',
    headers: () => ({ 'weft-app': 'staff' }),
    timeoutMs: 1_000,
    fetch: async (url: string | URL | Request, init?: RequestInit) => {
      const { method = 'GET', headers, body } = init ?? {}
      requests.push({ url: String(url), method, headers: new Headers(headers), body: body && JSON.parse(String(body)) })
      return answer()
    },
  }
  return { requests, options }
}
const operation = (method: 'GET' | 'POST' | 'DELETE', path: string) => ({ name: 'anything', method, path })

describe('an operation over HTTP', () => {
  it('takes the path’s names out of the input and sends the rest as body', async () => {
    const { requests, options } = server(() => Response.json({ stored: true }, { status: 201 }))
    const reply = await callHttp(options, operation('POST', '/api/boards/:boardId/notes'), {
      boardId: 'a/b',
      text: 'ü',
    })
    expect(reply).toEqual({ ok: true, value: { stored: true } })
    expect(requests).toMatchObject([
      { url: 'https://care.example/api/boards/a%2Fb/notes', method: 'POST', body: { text: 'ü' } },
    ])
    expect(requests[0]?.headers.get('weft-app')).toBe('staff')
    expect(requests[0]?.headers.get('content-type')).toBe('application/json')
  })

  it('sends the rest of a GET or DELETE in the query, and no body where there is nothing to say', async () => {
    const { requests, options } = server(() => new Response(null, { status: 204 }))
    expect(await callHttp(options, operation('GET', '/api/n'), { q: 'a b', tag: ['x', 'y'], none: undefined })).toEqual(
      {
        ok: true,
        value: null,
      },
    )
    await callHttp(options, operation('DELETE', '/api/n/:id'), { id: '1' })
    await callHttp(options, operation('POST', '/api/n/:id/read'), { id: '1' })
    expect(requests.map(({ url, body }) => [url, body])).toEqual([
      ['https://care.example/api/n?q=a+b&tag=x&tag=y', undefined],
      ['https://care.example/api/n/1', undefined],
      ['https://care.example/api/n/1/read', undefined],
    ])
    expect(requests[2]?.headers.get('content-type')).toBeNull()
  })

  it('answers the server’s problem, with its status and its Retry-After', async () => {
    const problem = { type: '/problems/too-many', title: 'That is a lot at once.', status: 429 }
    const { options } = server(() => Response.json(problem, { status: 429, headers: { 'retry-after': '7' } }))
    expect(await callHttp(options, operation('POST', '/api/n'), {})).toEqual({
      ok: false,
      problem: { ...problem, retryAfter: 7 },
    })
  })

  it.each([
    ['no connection', () => Promise.reject(new TypeError('failed to fetch'))],
    ['a page of some proxy', () => new Response('<html>', { status: 200 })],
  ])('answers status 0 to %s: it may or may not have been done', async (_, answer) => {
    const { options } = server(answer)
    expect(await callHttp(options, operation('POST', '/api/n'), {})).toMatchObject({
      ok: false,
      problem: { status: 0 },
    })
  })
})
