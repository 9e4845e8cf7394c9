import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import '../testing/jsdom-dialog.ts'
import { AppLock, IdleWarning, SessionEnded } from './lock.tsx'

afterEach(cleanup)

describe('the end of a session', () => {
  it('is a modal page of its own that says nothing is lost, and takes focus', () => {
    render(
      <SessionEnded>
        <button type="button">Sign in</button>
      </SessionEnded>,
    )
    const lock = screen.getByRole('dialog', { name: 'Locked, sign in to carry on' })
    expect(lock.getAttribute('aria-modal')).toBe('true')
    expect(lock.textContent).toContain('Please sign in to carry on.Nothing is lost.')
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }))
  })
})

describe('the app lock', () => {
  const help = <a href="/help">Get help now</a>

  it('hands on a PIN once and forgets it, keeps help in its corner, and offers two ways out', () => {
    const onPin = vi.fn()
    const onForgot = vi.fn()
    const onSignOut = vi.fn()
    render(<AppLock onPin={onPin} onForgot={onForgot} onSignOut={onSignOut} help={help} />)
    const box = screen.getByLabelText<HTMLInputElement>('Your PIN')
    expect(document.activeElement).toBe(box)
    fireEvent.click(screen.getByRole('button', { name: 'Unlock' }))
    expect(onPin).not.toHaveBeenCalled()
    fireEvent.change(box, { target: { value: '2468' } })
    fireEvent.click(screen.getByRole('button', { name: 'Unlock' }))
    expect(onPin.mock.calls).toEqual([['2468']])
    expect(box.value).toBe('')
    expect(screen.getByRole('link', { name: 'Get help now' })).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'I forgot my PIN' }))
    expect(onForgot).toHaveBeenCalledTimes(1)
    fireEvent.click(screen.getByRole('button', { name: "Not you? Sign out and remove this phone's copy" }))
    expect(onSignOut).toHaveBeenCalledTimes(1)
  })

  it('goes back to the box after a try, which then reads why', () => {
    const lock = (more: { busy?: string; error?: string }) => (
      <AppLock onPin={() => {}} onSignOut={() => {}} help={help} {...more} />
    )
    const { rerender } = render(lock({ busy: 'Unlocking…' }))
    screen.getByRole('link', { name: 'Get help now' }).focus()
    rerender(lock({ error: 'That PIN does not match.' }))
    const box = screen.getByLabelText('Your PIN')
    expect(document.activeElement).toBe(box)
    const notes = box.getAttribute('aria-describedby')?.split(' ') ?? []
    expect(notes.map((id) => document.getElementById(id)?.textContent)).toContain('That PIN does not match.')
  })

  it('asks no PIN where the device itself opens it', () => {
    const onDeviceLock = vi.fn()
    render(<AppLock onDeviceLock={onDeviceLock} onSignOut={() => {}} error="That did not open it." help={help} />)
    expect(screen.queryByLabelText('Your PIN')).toBeNull()
    expect(screen.getByRole('alert').textContent).toBe('That did not open it.')
    fireEvent.click(screen.getByRole('button', { name: 'Use fingerprint, face or screen lock' }))
    expect(onDeviceLock).toHaveBeenCalledTimes(1)
  })
})

describe('the idle warning', () => {
  it('counts in view, speaks at 60 and 20 only, and everything means stay', () => {
    const onStay = vi.fn()
    const { rerender } = render(<IdleWarning secondsLeft={60} onStay={onStay} />)
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Stay signed in' }))
    const said: string[] = []
    for (let left = 60; left > 0; left--) {
      rerender(<IdleWarning secondsLeft={left} onStay={onStay} />)
      const text = screen.getByRole('alert').textContent ?? ''
      if (said.at(-1) !== text) said.push(text)
      expect(
        screen.getByText(left === 1 ? '1 second left' : `${left} seconds left`, { selector: '[aria-hidden]' }),
      ).toBeTruthy()
    }
    expect(said).toEqual(['60 seconds left', '20 seconds left'])
    fireEvent(screen.getByRole('alertdialog'), new Event('cancel', { cancelable: true }))
    expect(onStay).toHaveBeenCalledTimes(1)
  })
})
