import { listMessages, sendMessage } from '@weft/contract/conversations/operations.ts'
import { problemOf } from '@weft/contract/problem.ts'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { CallFailed, call, whenSignedOut } from './call.ts'

const conversationId = '018f0000-0000-7000-8000-000000000001'
const answer = (status: number, body: unknown) =>
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => new Response(typeof body === 'string' ? body : JSON.stringify(body), { status })),
  )
const lastFetch = () => vi.mocked(fetch).mock.lastCall as [string, RequestInit]

afterEach(() => vi.unstubAllGlobals())

describe('a call', () => {
  it('puts path parameters in the address and the rest of a read in the query', async () => {
    answer(200, { messages: [], hasEarlier: false })
    await call(listMessages, { conversationId, before: 41, limit: undefined })
    const [url, init] = lastFetch()
    expect(url).toBe(`/api/conversations/${conversationId}/messages?before=41`)
    expect(init.method).toBe('GET')
    expect(init.headers).toMatchObject({ 'weft-app': 'people' })
    expect(init.body).toBeUndefined()
  })

  it('puts the rest of a change in its body', async () => {
    answer(201, {})
    await call(sendMessage, { conversationId, messageId: conversationId, body: 'hello' })
    const [url, init] = lastFetch()
    expect(url).toBe(`/api/conversations/${conversationId}/messages`)
    expect(JSON.parse(init.body as string)).toEqual({ messageId: conversationId, body: 'hello' })
  })

  it('fails as offline when nothing comes back', async () => {
    vi.stubGlobal(
      'fetch',
      vi.fn(async () => {
        throw new TypeError('network')
      }),
    )
    const failed = await call(listMessages, { conversationId, before: 1 }).catch((error: unknown) => error)
    expect(failed).toBeInstanceOf(CallFailed)
    expect((failed as CallFailed).code).toBe('offline')
  })

  it('takes an answer that was cut off for none', async () => {
    answer(200, '{"messages":[')
    await expect(call(listMessages, { conversationId, before: 1 })).rejects.toMatchObject({ code: 'offline' })
  })

  it('fails with the problem the server gave, and with one of its own for a page that is not ours', async () => {
    answer(409, problemOf('closed', {}, 'r1'))
    await expect(call(listMessages, { conversationId, before: 1 })).rejects.toMatchObject({
      code: 'closed',
      problem: { requestId: 'r1' },
    })
    answer(502, '<html>bad gateway</html>')
    await expect(call(listMessages, { conversationId, before: 1 })).rejects.toMatchObject({ code: 'try-later' })
  })

  it('tells the session when nobody is signed in any more', async () => {
    const told = vi.fn()
    whenSignedOut(told)
    answer(401, problemOf('not-signed-in'))
    await expect(call(listMessages, { conversationId, before: 1 })).rejects.toThrow()
    expect(told).toHaveBeenCalledTimes(1)
    answer(401, problemOf('details-do-not-match'))
    await expect(call(listMessages, { conversationId, before: 1 })).rejects.toThrow()
    expect(told).toHaveBeenCalledTimes(1)
  })
})
