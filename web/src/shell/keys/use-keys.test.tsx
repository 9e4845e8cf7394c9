import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { capsOf, keymap, keyOf } from './keymap.ts'
import { setKeysOn, useKeys } from './use-keys.ts'

afterEach(() => {
  cleanup()
  setKeysOn(true)
})

function Screen({ acts }: { acts: Parameters<typeof useKeys>[0] }) {
  useKeys(acts)
  return <textarea aria-label="Reply" />
}

describe('chords', () => {
  it('match the place of the key, and the newest screen answers', () => {
    const older = vi.fn()
    const newer = vi.fn()
    render(
      <>
        <Screen acts={{ next: older, reply: older }} />
        <Screen acts={{ next: newer }} />
      </>,
    )
    fireEvent.keyDown(window, { code: 'KeyJ', key: 'ж', altKey: true })
    expect(newer).toHaveBeenCalledTimes(1)
    fireEvent.keyDown(window, { code: 'KeyR', altKey: true })
    expect(older).toHaveBeenCalledTimes(1)
  })

  it('are never a bare letter and never one of the browser’s own', () => {
    const act = vi.fn()
    render(<Screen acts={{ next: act }} />)
    fireEvent.keyDown(window, { code: 'KeyJ' })
    fireEvent.keyDown(window, { code: 'KeyJ', altKey: true, ctrlKey: true })
    expect(act).not.toHaveBeenCalled()
    const forbidden = ['KeyB', 'KeyD', 'KeyE', 'KeyF', 'KeyH', 'KeyS', 'KeyT', 'KeyV', 'Space', 'Home']
    const alts = Object.values(keymap).filter((chord) => chord.with === 'alt')
    expect(alts.filter((chord) => forbidden.includes(chord.code) || chord.code.startsWith('Arrow'))).toEqual([])
  })

  it('leave AltGraph alone, and Option inside a text box on a Mac', () => {
    const base = { code: 'KeyN', altKey: true, ctrlKey: false, metaKey: false, shiftKey: false }
    const plain = { ...base, target: document.body, getModifierState: () => false }
    expect(keyOf(plain, true)).toBe('note')
    expect(keyOf({ ...plain, getModifierState: (name: string) => name === 'AltGraph' }, false)).toBeUndefined()
    const box = document.createElement('textarea')
    expect(keyOf({ ...plain, target: box }, true)).toBeUndefined()
    expect(keyOf({ ...plain, target: box }, false)).toBe('note')
  })

  it('use Cmd on a Mac and Ctrl elsewhere for the palette', () => {
    const press = { code: 'KeyK', altKey: false, ctrlKey: true, metaKey: false, shiftKey: false, target: null }
    const none = { getModifierState: () => false }
    expect(keyOf({ ...press, ...none }, false)).toBe('palette')
    expect(keyOf({ ...press, ...none }, true)).toBeUndefined()
    expect(keyOf({ ...press, ...none, ctrlKey: false, metaKey: true }, true)).toBe('palette')
    expect(capsOf(keymap.previousPane, false)).toEqual(['Ctrl', 'Shift', 'F6'])
  })

  it('can all be turned off', () => {
    const act = vi.fn()
    render(<Screen acts={{ next: act }} />)
    setKeysOn(false)
    fireEvent.keyDown(screen.getByLabelText('Reply'), { code: 'KeyJ', altKey: true })
    expect(act).not.toHaveBeenCalled()
  })

  it('do not reach behind an open dialog', () => {
    const act = vi.fn()
    render(
      <>
        <Screen acts={{ next: act, palette: act }} />
        <dialog open />
      </>,
    )
    fireEvent.keyDown(window, { code: 'KeyJ', altKey: true })
    expect(act).not.toHaveBeenCalled()
  })
})
