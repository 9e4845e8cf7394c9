import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Failed, Hidden, Loading } from './house-state.tsx'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})
const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms))

describe('loading', () => {
  it('shows nothing for 300 ms, then the shape, then after 8 seconds a way on', () => {
    const onTryAgain = vi.fn()
    const { container } = render(<Loading shape="rows" onTryAgain={onTryAgain} />)
    const region = container.firstElementChild!
    expect(region.getAttribute('aria-busy')).toBe('true')
    pass(299)
    expect(container.querySelector('.wf-skeleton')).toBeNull()
    pass(1)
    expect(container.querySelector('.wf-skeleton')?.getAttribute('aria-hidden')).toBe('true')
    expect(screen.getByRole('status').textContent).toBe('Loading')
    pass(7_700)
    expect(screen.getByRole('status').textContent).toBe('Still loading.Try again')
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(onTryAgain).toHaveBeenCalledTimes(1)
    expect(screen.queryByRole('button')).toBeNull()
    pass(7_700)
    expect(screen.getByRole('button', { name: 'Try again' })).toBeDefined()
  })
})

describe('something went wrong', () => {
  it('says that what was written is safe, and what to quote', () => {
    const onTryAgain = vi.fn()
    render(<Failed onTryAgain={onTryAgain} reference="req-7" words={{ device: 'phone' }} />)
    expect(screen.getByRole('alert').textContent).toBe(
      'Something went wrong. What you wrote is safe on this phone.Try againReference req-7',
    )
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(onTryAgain).toHaveBeenCalledTimes(1)
  })
})

describe('hidden', () => {
  it('says the same whatever the cause, with the way home', () => {
    const { container } = render(<Hidden homeHref="/today" />)
    expect(container.textContent).toBe(
      "We can't show this.It may have moved, or it may not be shared with you.Go to the start",
    )
    expect(screen.getByRole('link').getAttribute('href')).toBe('/today')
  })
})
