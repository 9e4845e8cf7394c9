import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useRef, useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import '../testing/jsdom-dialog.ts'
import { Dialog } from './dialog.tsx'

afterEach(cleanup)

function Page({ first, keepOpen }: { first?: boolean; keepOpen?: boolean }) {
  const [open, setOpen] = useState(false)
  const safe = useRef<HTMLInputElement>(null)
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Open
      </button>
      {open && (
        <Dialog
          title="Who can see this"
          keepOpen={keepOpen}
          focusFirst={first ? safe : undefined}
          onClose={() => setOpen(false)}
        >
          <input ref={safe} aria-label="Search" />
        </Dialog>
      )}
    </>
  )
}

function opened(page = <Page />) {
  render(page)
  const opener = screen.getByRole('button', { name: 'Open' })
  opener.focus()
  fireEvent.click(opener)
  return { opener, dialog: screen.getByRole('dialog', { name: 'Who can see this' }) }
}

describe('a dialog', () => {
  it('is modal, named by its title, and reads it first', () => {
    const { dialog } = opened()
    expect(dialog.matches('dialog[open]')).toBe(true)
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Who can see this' }))
  })

  it('focuses what it is told to', () => {
    opened(<Page first />)
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Search' }))
  })

  it.each([
    ['Close', () => fireEvent.click(screen.getByRole('button', { name: 'Close' }))],
    ['Esc', (dialog: HTMLElement) => fireEvent(dialog, new Event('cancel', { cancelable: true }))],
    ['a press outside', (dialog: HTMLElement) => fireEvent.click(dialog)],
  ])('%s closes it and focus returns to the opener', (_way, close) => {
    const { opener, dialog } = opened()
    close(dialog)
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(document.activeElement).toBe(opener)
  })

  it('a press inside leaves it open, and one outside too when it must not be lost', () => {
    const { dialog } = opened(<Page keepOpen />)
    fireEvent.click(screen.getByRole('textbox'))
    fireEvent.click(dialog)
    expect(screen.getByRole('dialog')).toBe(dialog)
  })
})
