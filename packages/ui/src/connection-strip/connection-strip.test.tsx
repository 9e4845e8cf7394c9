import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ConnectionStrip, type ConnectionStripProps } from './connection-strip.tsx'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

function setUp(first: ConnectionStripProps) {
  const { rerender } = render(<ConnectionStrip {...first} />)
  return {
    now: (props: ConnectionStripProps) => rerender(<ConnectionStrip {...props} />),
    pass: (ms: number) => act(() => vi.advanceTimersByTime(ms)),
    said: () => screen.getByRole('status').textContent,
  }
}

describe('the connection strip', () => {
  it('is silent when well, and about a gap shorter than three seconds', () => {
    const { now, pass, said } = setUp({ isOnline: true })
    now({ isOnline: false })
    pass(2_999)
    now({ isOnline: true })
    pass(10_000)
    expect(said()).toBe('')
  })

  it('speaks after three seconds, and for four once back', () => {
    const { now, pass, said } = setUp({ isOnline: false })
    pass(3_000)
    expect(said()).toBe('No internet. Carry on, we will save it.')
    now({ isOnline: true, sent: 2 })
    expect(said()).toBe('Back online. 2 sent.')
    pass(3_999)
    expect(said()).toBe('Back online. 2 sent.')
    pass(1)
    expect(said()).toBe('')
  })

  it('tells staff that live updates are paused', () => {
    const { pass, said } = setUp({ isOnline: false, isLivePaused: true })
    expect(said()).toBe('Live updates paused.')
    pass(3_000)
    expect(said()).toBe('No internet. Carry on, we will save it. Live updates paused.')
  })

  it('counts what is not sent yet, with the way there', () => {
    setUp({ isOnline: true, unsent: { count: 2, href: '/messages' } })
    expect(screen.getByText('2 messages not sent yet')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Look' }).getAttribute('href')).toBe('/messages')
  })

  it('offers an update and never forces it', () => {
    const onUpdate = vi.fn()
    const { pass } = setUp({ isOnline: true, update: { onUpdate } })
    pass(60_000)
    expect(onUpdate).not.toHaveBeenCalled()
    fireEvent.click(screen.getByRole('button', { name: 'Update now' }))
    expect(onUpdate).toHaveBeenCalledTimes(1)
  })
})
