import { getSession } from '@weft/contract/people/operations.ts'
import { afterEach, expect, it, vi } from 'vitest'
import { call } from './call.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

it.each(['', '{"accountId":"a-s', '<!doctype html><title>Guest Wi-Fi</title>'])(
  'takes %j for no answer at all: it was cut off, or is not ours',
  async (body) => {
    vi.stubGlobal('fetch', async () => new Response(body))
    await expect(call(getSession, {})).rejects.toMatchObject({ code: 'offline' })
  },
)

it('waits for no answer without end', async () => {
  const patience = new AbortController()
  vi.spyOn(AbortSignal, 'timeout').mockReturnValue(patience.signal)
  vi.stubGlobal(
    'fetch',
    (_url: string, { signal }: RequestInit) =>
      new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
  )
  const answer = call(getSession, {}, { signal: new AbortController().signal })
  patience.abort(new DOMException('', 'TimeoutError'))
  await expect(answer).rejects.toMatchObject({ code: 'offline' })
})
