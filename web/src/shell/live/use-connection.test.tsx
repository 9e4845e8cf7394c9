import { cleanup, renderHook } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { useSentSince } from './use-connection.ts'

afterEach(cleanup)

it('counts what went since the network came back, and what was written later is not among it', () => {
  const { result, rerender } = renderHook(({ isOnline, unsent }) => useSentSince(isOnline, unsent), {
    initialProps: { isOnline: true, unsent: 0 },
  })
  const after = (isOnline: boolean, unsent: number) => {
    rerender({ isOnline, unsent })
    return result.current
  }
  expect(after(true, 1)).toBe(0)
  expect(after(false, 1)).toBe(0)
  expect(after(false, 3)).toBe(0)
  expect([after(true, 3), after(true, 2), after(true, 0)]).toEqual([0, 1, 3])
  expect([after(false, 0), after(true, 0)]).toEqual([0, 0])
})
