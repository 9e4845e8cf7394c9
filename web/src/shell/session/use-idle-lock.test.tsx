import { act, cleanup, fireEvent, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useIdleLock } from './use-idle-lock.ts'

const MINUTE = 60_000

beforeEach(() => {
  localStorage.clear()
  vi.useFakeTimers({ now: Date.parse('2026-04-15T08:59:00Z') })
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

function watch(endsAt = '2026-04-15T17:00:00Z') {
  const onLock = vi.fn()
  const onRenew = vi.fn()
  const view = renderHook(() => useIdleLock({ idleSeconds: 900, endsAt, onLock, onRenew }))
  const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms))
  return { view, onLock, onRenew, pass, state: () => view.result.current.state.name }
}

describe('a computer that nobody touches', () => {
  it('warns at 14 minutes and locks at 15', () => {
    const { pass, state, onLock } = watch()
    pass(14 * MINUTE - 2000)
    expect(state()).toBe('active')
    pass(2000)
    expect(state()).toBe('warned')
    expect(onLock).not.toHaveBeenCalled()
    pass(MINUTE)
    expect(onLock).toHaveBeenCalledWith('idle')
  })

  it('starts again with each touch', () => {
    const { pass, state, onLock } = watch()
    pass(13 * MINUTE)
    fireEvent.keyDown(window, { key: 'a' })
    pass(13 * MINUTE)
    expect(state()).toBe('active')
    expect(onLock).not.toHaveBeenCalled()
  })

  it('once it warned, a knocked mouse is not enough but “Stay signed in” is', () => {
    const { pass, state, view, onRenew, onLock } = watch()
    pass(14 * MINUTE + 10_000)
    fireEvent.pointerMove(window)
    expect(state()).toBe('warned')
    act(() => view.result.current.stay())
    expect(state()).toBe('active')
    expect(onRenew).toHaveBeenCalledTimes(1)
    pass(10 * MINUTE)
    expect(onLock).not.toHaveBeenCalled()
  })

  it('locks as soon as the page is seen after the computer slept', () => {
    const { onLock } = watch()
    vi.setSystemTime(Date.now() + 40 * MINUTE) // timers do not run in sleep
    expect(onLock).not.toHaveBeenCalled()
    fireEvent.focus(window)
    expect(onLock).toHaveBeenCalledWith('idle')
  })

  it('does not lock while another tab is in use', () => {
    const { pass, state, onLock } = watch()
    pass(14 * MINUTE)
    localStorage.setItem('weft-staff-touched', String(Date.now()))
    pass(2 * MINUTE)
    expect(state()).toBe('active')
    expect(onLock).not.toHaveBeenCalled()
  })

  it('tells the server now and then that somebody is at work', () => {
    const { pass, onRenew } = watch()
    for (let minute = 0; minute < 9; minute++) {
      pass(MINUTE)
      fireEvent.keyDown(window, { key: 'a' })
    }
    expect(onRenew).toHaveBeenCalledTimes(2)
  })

  it('locks at the end of the session however busy the hands are', () => {
    const { pass, onLock } = watch('2026-04-15T09:00:00Z')
    fireEvent.keyDown(window, { key: 'a' })
    pass(MINUTE + 1000)
    expect(onLock).toHaveBeenCalledWith('ended')
  })
})
