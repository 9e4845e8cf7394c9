import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ToastHost, useToast } from './toast.tsx'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

function Page({ onUndo }: { onUndo: () => void }) {
  const show = useToast()
  return (
    <>
      <button type="button" onClick={() => show({ text: 'Step ticked', onUndo })}>
        Tick
      </button>
      <button type="button" onClick={() => show({ text: 'Saved' })}>
        Save
      </button>
    </>
  )
}
function setUp() {
  const onUndo = vi.fn()
  render(
    <ToastHost>
      <Page onUndo={onUndo} />
    </ToastHost>,
  )
  const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
  const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms))
  return { onUndo, press, pass, said: () => screen.getByRole('status').textContent }
}

describe('a toast', () => {
  it('is said in a region that was there before it, and stays ten seconds', () => {
    const { press, pass, said } = setUp()
    expect(said()).toBe('')
    press('Save')
    expect(said()).toBe('Saved')
    pass(9_999)
    expect(said()).toBe('Saved')
    pass(1)
    expect(said()).toBe('')
  })

  it('Undo takes it back once and it goes', () => {
    const { onUndo, press, said } = setUp()
    press('Tick')
    press('Undo')
    expect(onUndo).toHaveBeenCalledTimes(1)
    expect(said()).toBe('')
  })

  it('the clock stops under a pointer or with focus, and goes on from where it was', () => {
    const { press, pass, said } = setUp()
    press('Tick')
    pass(6_000)
    fireEvent.focus(screen.getByRole('button', { name: 'Undo' }))
    pass(60_000)
    expect(said()).toContain('Step ticked')
    fireEvent.blur(screen.getByRole('button', { name: 'Undo' }))
    pass(3_999)
    expect(said()).toContain('Step ticked')
    pass(1)
    expect(said()).toBe('')
  })

  it('a new one takes the place of the old, with a full ten seconds', () => {
    const { press, pass, said } = setUp()
    press('Tick')
    pass(9_000)
    press('Save')
    expect(said()).toBe('Saved')
    pass(9_000)
    expect(said()).toBe('Saved')
  })
})
