import { act, cleanup, fireEvent, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useReading } from './use-reading.ts'

let hasFocus = true
beforeEach(() => {
  hasFocus = true
  vi.useFakeTimers()
  vi.spyOn(document, 'hasFocus').mockImplementation(() => hasFocus)
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const start = { isNewestInView: true, lastNumber: 8, readThrough: 5, isPaused: false }
function read(props: Partial<typeof start> = {}) {
  const onRead = vi.fn()
  const view = renderHook((now: typeof start) => useReading({ ...now, onRead }), {
    initialProps: { ...start, ...props },
  })
  return { onRead, change: (next: Partial<typeof start>) => view.rerender({ ...start, ...props, ...next }) }
}
const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms))

describe('reading', () => {
  it('is two seconds in view with the window focused', () => {
    const { onRead } = read()
    pass(1_900)
    expect(onRead).not.toHaveBeenCalled()
    pass(200)
    expect(onRead.mock.calls).toEqual([[8]])
  })

  it('is not a glance', () => {
    const { onRead, change } = read()
    pass(1_500)
    change({ isNewestInView: false })
    pass(5_000)
    expect(onRead).not.toHaveBeenCalled()
  })

  it('does not happen while another window has the focus, and starts over when it comes back', () => {
    hasFocus = false
    const { onRead } = read()
    pass(10_000)
    expect(onRead).not.toHaveBeenCalled()
    hasFocus = true
    fireEvent.focus(window)
    pass(2_000)
    expect(onRead).toHaveBeenCalledTimes(1)
  })

  it('is not asked again for what is read already, nor after “Mark unread”', () => {
    expect(read({ readThrough: 8 }).onRead).not.toHaveBeenCalled()
    const marked = read({ isPaused: true })
    pass(5_000)
    expect(marked.onRead).not.toHaveBeenCalled()
  })

  it('begins again with each new message', () => {
    const { onRead, change } = read()
    pass(1_500)
    change({ lastNumber: 9 })
    pass(1_900)
    expect(onRead).not.toHaveBeenCalled()
    pass(200)
    expect(onRead.mock.calls).toEqual([[9]])
  })
})
