import { act, renderHook } from '@testing-library/react'
import { expect, it } from 'vitest'
import { conversationId, kofiMember, message, thread } from '../../testing/cast.ts'
import { fakeServer } from '../../testing/fake-server.ts'
import '../../testing/stage.tsx'
import { useHistory } from './use-history.ts'

const from = (number: number) => thread([message(number, kofiMember)], { hasEarlier: true })
const numbers = (messages: readonly { number: number }[]) => messages.map((one) => one.number)

it('never joins a page to a snapshot that came after it was asked for', async () => {
  let answer: (page: object) => void = () => {}
  fakeServer({ 'GET /api/conversations/*/messages': () => new Promise((resolve) => (answer = resolve)) })
  const { result, rerender } = renderHook(({ state }) => useHistory(conversationId, state), {
    initialProps: { state: from(100) },
  })
  const load = () => {
    let asked = Promise.resolve(-1)
    act(() => {
      asked = result.current.loadEarlier()
    })
    return asked
  }
  const first = load()
  rerender({ state: from(300) })
  await act(async () => answer({ messages: [message(99, kofiMember)], hasEarlier: true }))
  expect(await first).toBe(0)
  expect(numbers(result.current.messages)).toEqual([300])
  expect(result.current.earlier).toBe('more')

  const second = load()
  await act(async () => answer({ messages: [message(299, kofiMember)], hasEarlier: false }))
  expect(await second).toBe(1)
  expect(numbers(result.current.messages)).toEqual([299, 300])
})
