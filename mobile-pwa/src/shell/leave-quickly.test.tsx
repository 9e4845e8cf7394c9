import { cleanup, fireEvent, render } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { leaveQuickly, neutralPage, staysAway, useShiftThrice } from './leave-quickly.ts'

function Page({ isOn, leave }: { isOn: boolean; leave: () => void }) {
  useShiftThrice(isOn, leave)
  return <input aria-label="box" />
}
const press = (key: string, repeat = false) => fireEvent.keyDown(document.body, { key, repeat })

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  document.body.replaceChildren()
})

describe('Shift three times', () => {
  it('leaves', () => {
    const leave = vi.fn()
    render(<Page isOn leave={leave} />)
    press('Shift')
    press('Shift')
    expect(leave).not.toHaveBeenCalled()
    press('Shift')
    expect(leave).toHaveBeenCalledTimes(1)
  })

  it('is not a capital letter, a held key, three slow presses, or a setting that is off', () => {
    const leave = vi.fn()
    const { rerender } = render(<Page isOn leave={leave} />)
    for (const key of ['Shift', 'A', 'Shift', 'B', 'Shift', 'C']) press(key)
    for (let at = 0; at < 5; at++) press('Shift', true)
    const clock = vi.spyOn(performance, 'now')
    for (const at of [10_000, 13_000, 16_000]) {
      clock.mockReturnValue(at)
      press('Shift')
    }
    rerender(<Page isOn={false} leave={leave} />)
    for (let at = 0; at < 3; at++) press('Shift')
    expect(leave).not.toHaveBeenCalled()
  })
})

describe('leaving', () => {
  it('blanks the screen before anything else, and goes even when dropping the keys fails', () => {
    document.body.innerHTML = '<main>Private words</main>'
    const order: (string | null)[] = []
    const replace = vi.fn(() => order.push('replaced'))
    const drop = () => {
      order.push(document.body.textContent)
      throw new Error('no')
    }
    expect(() => leaveQuickly(drop, 'Leaving', replace)).toThrow('no')
    expect(order).toEqual(['Leaving', 'replaced'])
    expect(document.querySelector('[role=alert]')?.classList).toContain('visually-hidden')
    expect(replace).toHaveBeenCalledWith(neutralPage)
    expect(document.title).toBe('')
  })
})

describe('whoever comes', () => {
  const arrive = (state: unknown) => {
    const replace = vi.fn()
    history.replaceState(state, '')
    return { isAway: staysAway(replace), replace }
  }
  const leave = () => leaveQuickly(vi.fn(), 'Leaving', vi.fn())
  beforeEach(() => sessionStorage.clear())

  it('back after leaving sees the weather, however often, also on the page that the app was opened with', () => {
    arrive(null)
    const opened = history.state
    leave()
    for (const state of [{ index: 2 }, { index: 1 }, opened]) {
      const { isAway, replace } = arrive(state)
      expect(isAway).toBe(true)
      expect(replace).toHaveBeenCalledWith(neutralPage)
    }
  })

  it('back to a page of the server’s, read before somebody signed in, sees the weather too', async () => {
    history.replaceState(null, '')
    await import('../tips-page.ts')
    const { state } = history
    leave()
    expect(arrive(state).isAway).toBe(true)
  })

  it('by opening the app again is let in, and goes back as usual from then on', () => {
    leave()
    expect(arrive(null).isAway).toBe(false)
    expect(arrive({ index: 1 }).isAway).toBe(false)
  })

  it('back without having left is let in', () => {
    expect(arrive({ index: 1 }).isAway).toBe(false)
  })
})
