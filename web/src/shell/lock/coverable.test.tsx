import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import '@weft/ui/testing/jsdom-dialog.ts'
import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { Coverable } from './coverable.tsx'

afterEach(cleanup)

function Work() {
  const [text, setText] = useState('')
  return (
    <div data-testid="scroller">
      <h1>Messages with Kofi</h1>
      <textarea aria-label="Reply" value={text} onChange={(event) => setText(event.target.value)} />
      <output>{text.length}</output>
    </div>
  )
}
const page = (isCovered: boolean, more?: React.ReactNode) => (
  <Coverable isCovered={isCovered}>
    <Work />
    {more}
  </Coverable>
)

describe('covered content', () => {
  it('is not in the document, and comes back with its words, scroll and focus', () => {
    const { rerender } = render(page(false))
    const box = screen.getByLabelText<HTMLTextAreaElement>('Reply')
    const scroller = screen.getByTestId('scroller')
    fireEvent.change(box, { target: { value: 'I will ring at midday' } })
    box.focus()
    scroller.scrollTop = 240

    rerender(page(true))
    expect(document.body.textContent).not.toContain('Kofi')
    expect(document.contains(box)).toBe(false)
    scroller.scrollTop = 0 // a browser forgets the scroll of what leaves the page

    rerender(page(false))
    expect(screen.getByLabelText('Reply')).toBe(box)
    expect(box.value).toBe('I will ring at midday')
    expect(document.activeElement).toBe(box)
    expect(scroller.scrollTop).toBe(240)
    fireEvent.change(box, { target: { value: 'Hello' } })
    expect(screen.getByRole('status').textContent).toBe('5')
  })

  it('does not leave a dialog behind that would block the way to sign in', () => {
    const open = (dialog: HTMLDialogElement | null) => void (dialog && !dialog.open && dialog.showModal())
    const withDialog = <dialog ref={open}>Who can see this</dialog>
    const { rerender } = render(page(false, withDialog))
    expect(screen.getByRole('dialog').hasAttribute('open')).toBe(true)
    rerender(page(true, withDialog))
    expect(document.querySelector('dialog')).toBeNull()
    rerender(page(false, withDialog))
    expect(screen.getByRole('dialog').hasAttribute('open')).toBe(true)
  })
})
