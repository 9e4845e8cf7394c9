import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { go, goBack, helpAsked, RouterProvider, setParent, usePlace } from './router.tsx'

function Page() {
  const { path, hash, from } = usePlace()
  return (
    <>
      <p role="status">{`${path}#${hash} from ${from ?? 'outside'}`}</p>
      <a href="/messages">inside</a>
      <a href="/messages/1#m-2">deep</a>
      <a href="/api/docs">other door</a>
      <a href="https://nhs.uk/">elsewhere</a>
      <a href="/help">help</a>
      <a href="#main">skip</a>
      <a href="tel:999">call</a>
    </>
  )
}
const here = () => screen.getByRole('status').textContent
/** Whether the app took the click; whatever it leaves is stopped here, since jsdom cannot go anywhere. */
const isOurs = (name: string, how: object = {}) => {
  const stop = vi.fn((event: Event) => event.preventDefault())
  let ours = false
  addEventListener('click', function end(event) {
    ours = event.defaultPrevented
    stop(event)
    removeEventListener('click', end)
  })
  fireEvent.click(screen.getByText(name), how)
  return ours
}

beforeEach(() => {
  history.replaceState(null, '', '/today')
  window.scrollTo = () => {}
  render(
    <RouterProvider>
      <Page />
    </RouterProvider>,
  )
})
afterEach(() => {
  cleanup()
  setParent(undefined)
})

describe('plain links', () => {
  it('stay inside the app, with where they came from', () => {
    expect(isOurs('inside')).toBe(true)
    expect(here()).toBe('/messages# from /today')
    expect(isOurs('deep')).toBe(true)
    expect(here()).toBe('/messages/1#m-2 from /messages')
  })

  it.each(['other door', 'elsewhere', 'call'])('to another place (%s) are the browser’s', (name) => {
    expect(isOurs(name)).toBe(false)
    expect(here()).toBe('/today# from outside')
  })

  it('that ask for a new tab, or only move focus, are the browser’s', () => {
    expect(isOurs('inside', { ctrlKey: true })).toBe(false)
    expect(isOurs('inside', { button: 1 })).toBe(false)
    expect(isOurs('skip')).toBe(false)
  })

  it('to help open it in place', () => {
    const asked = vi.fn()
    addEventListener(helpAsked, asked)
    expect(isOurs('help')).toBe(true)
    expect(asked).toHaveBeenCalledTimes(1)
    expect(here()).toBe('/today# from outside')
    removeEventListener(helpAsked, asked)
  })
})

describe('going back', () => {
  it('is a step back in history when that is where one came from', () => {
    const back = vi.spyOn(history, 'back').mockImplementation(() => {})
    act(() => go('/messages'))
    act(() => go('/messages/1'))
    act(() => goBack('/messages'))
    expect(back).toHaveBeenCalledTimes(1)
    back.mockRestore()
  })

  it('takes the place of a page that was opened from outside', () => {
    act(() => go('/messages/1', { replace: true }))
    const before = history.length
    act(() => goBack('/messages'))
    expect(here()).toContain('/messages#')
    expect(history.length).toBe(before)
  })

  it('is what a link to the page above does', () => {
    const back = vi.spyOn(history, 'back').mockImplementation(() => {})
    act(() => go('/messages'))
    act(() => go('/messages/1'))
    setParent('/messages')
    expect(isOurs('inside')).toBe(true)
    expect(back).toHaveBeenCalledTimes(1)
    back.mockRestore()
  })
})
