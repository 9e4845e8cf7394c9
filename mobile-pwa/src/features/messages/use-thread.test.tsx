import { act, cleanup, renderHook, waitFor } from '@testing-library/react'
import type { ConversationState, Message } from '@weft/contract/conversations/shapes.ts'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { AnnouncerProvider } from '../../shell/announcing.tsx'
import { conversation, conversationId, message, sam } from '../../testing/stage.tsx'
import { useThread } from './use-thread.ts'

/** Every third number only: edits and read marks have numbers of their own. */
const all = Array.from({ length: 30 }, (_, at) => message(3 * (at + 1), sam, `words ${at}`))
const live = (from: number, change: (messages: Message[]) => Message[] = (same) => same): ConversationState => ({
  ...conversation(change(all.filter(({ number }) => number >= from))),
  hasEarlier: true,
})

const asked: number[] = []
let stored: Message[]
beforeEach(() => {
  asked.length = 0
  stored = all
  vi.stubGlobal('fetch', async (url: string) => {
    const query = new URL(url, location.origin).searchParams
    const before = Number(query.get('before'))
    const limit = Number(query.get('limit'))
    asked.push(before)
    const earlier = stored.filter(({ number }) => number < before)
    const messages = earlier.slice(-limit)
    return new Response(JSON.stringify({ messages, hasEarlier: earlier.length > messages.length }))
  })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const wrapper = ({ children }: { children: ReactNode }) => <AnnouncerProvider>{children}</AnnouncerProvider>
const open = (state: ConversationState, want?: string) =>
  renderHook(({ now }) => useThread(conversationId, now, want), { initialProps: { now: state }, wrapper })
type Opened = ReturnType<typeof open>
const numbers = ({ result }: Opened) => result.current.messages.map(({ number }) => number)
const loadEarlier = async (thread: Opened) => {
  act(() => thread.result.current.loadEarlier())
  await waitFor(() => expect(thread.result.current.earlier).not.toBe('loading'))
}

describe('paging back', () => {
  it('joins each page to what is there, across numbers that are not messages, and ends', async () => {
    const thread = open(live(75))
    await loadEarlier(thread)
    expect(numbers(thread)).toEqual(all.map(({ number }) => number))
    expect(thread.result.current.earlier).toBe('none')
    expect(asked).toEqual([75])
  })

  it('keeps what was paged when something new arrives', async () => {
    const thread = open(live(75))
    await loadEarlier(thread)
    const next = message(93, sam, 'new')
    thread.rerender({ now: live(75, (messages) => [...messages, next]) })
    expect(numbers(thread)).toEqual([...all.map(({ number }) => number), 93])
  })

  it('starts anew when the live page has moved on past it: a hole is never shown as none', async () => {
    const thread = open(live(60))
    await loadEarlier(thread)
    thread.rerender({ now: live(84) })
    expect(numbers(thread)).toEqual([84, 87, 90])
    expect(thread.result.current.earlier).toBe('more')
  })

  it('says so when it cannot, and can be asked again', async () => {
    const thread = open(live(75))
    vi.stubGlobal('fetch', async () => {
      throw new TypeError('network')
    })
    await loadEarlier(thread)
    expect(thread.result.current.earlier).toBe('failed')
  })
})

describe('a message far back', () => {
  it('is paged to when a link asks for it, and no further', async () => {
    const target = all[2] as Message
    const thread = open(live(75), target.messageId)
    await waitFor(() => expect(numbers(thread)).toContain(target.number))
    expect(asked).toEqual([75])
  })
})

describe('a change to something older than the live page', () => {
  it('is fetched again', async () => {
    const thread = open(live(75))
    await loadEarlier(thread)
    stored = all.map((one) => (one.number === 6 ? { ...one, body: '', withdrawnAt: '2026-04-22T10:00:00Z' } : one))
    // An event that touched none of the live messages leaves them as they were, in a new list.
    thread.rerender({ now: live(75, (messages) => [...messages]) })
    await waitFor(() => expect(thread.result.current.messages.find(({ number }) => number === 6)?.body).toBe(''))
  })
})
