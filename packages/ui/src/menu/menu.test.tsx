import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Menu } from './menu.tsx'

afterEach(cleanup)

function setUp() {
  const picked = vi.fn()
  const outer = vi.fn()
  render(
    // biome-ignore lint/a11y/noStaticElementInteractions: stands for the message a menu belongs to
    <div onKeyDown={outer}>
      <Menu label="More" items={['Correct', 'Copy', 'Hide'].map((label) => ({ label, onPick: () => picked(label) }))} />
    </div>,
  )
  return { button: screen.getByRole('button', { name: 'More' }), picked, outer }
}
const key = (name: string) => fireEvent.keyDown(document.activeElement!, { key: name })
const focused = () => document.activeElement?.textContent

describe('a menu button', () => {
  it('opens on the first item, or on the last with Up', () => {
    const { button } = setUp()
    expect(button.getAttribute('aria-expanded')).toBe('false')
    fireEvent.click(button)
    expect(screen.getByRole('menu', { name: 'More' })).toBeTruthy()
    expect(focused()).toBe('Correct')
    key('Escape')
    fireEvent.keyDown(button, { key: 'ArrowUp' })
    expect(focused()).toBe('Hide')
  })

  it('moves with arrows, round the ends, with Home, End and first letters', () => {
    const { button, outer } = setUp()
    fireEvent.click(button)
    const path = ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'Home', 'End', 'c', 'c', 'z'].map((name) => {
      key(name)
      return focused()
    })
    expect(path).toEqual(['Copy', 'Hide', 'Correct', 'Hide', 'Correct', 'Hide', 'Correct', 'Copy', 'Copy'])
    expect(outer).not.toHaveBeenCalled()
  })

  it.each(['Escape', 'Tab'])('%s closes it and returns focus', (name) => {
    const { button } = setUp()
    fireEvent.click(button)
    key(name)
    expect(screen.queryByRole('menu')).toBeNull()
    expect(document.activeElement).toBe(button)
  })

  it('picks once, closes, and returns focus first so a dialog opened by the act can return it again', () => {
    const { button, picked } = setUp()
    fireEvent.click(button)
    fireEvent.click(screen.getByRole('menuitem', { name: 'Copy' }))
    expect(picked.mock.calls).toEqual([['Copy']])
    expect(screen.queryByRole('menu')).toBeNull()
    expect(document.activeElement).toBe(button)
  })

  it('a press elsewhere closes it and leaves focus there', () => {
    const { button } = setUp()
    fireEvent.click(button)
    fireEvent.pointerDown(document.body)
    expect(screen.queryByRole('menu')).toBeNull()
    expect(button.getAttribute('aria-expanded')).toBe('false')
  })

  it('stays when the page moves under it, and goes when its button has gone out of view', () => {
    const { button } = setUp()
    fireEvent.click(button)
    fireEvent.scroll(document)
    expect(screen.getByRole('menu')).toBeTruthy()
    button.getBoundingClientRect = () => new DOMRect(0, -80, 48, 48)
    fireEvent.scroll(document)
    expect(screen.queryByRole('menu')).toBeNull()
  })
})
