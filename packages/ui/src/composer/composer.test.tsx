import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Composer } from './composer.tsx'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const box = () => screen.getByRole<HTMLTextAreaElement>('textbox')
const type = (value: string) => fireEvent.change(box(), { target: { value } })
const press = (init: KeyboardEventInit) => act(async () => void fireEvent.keyDown(box(), { key: 'Enter', ...init }))
const pressSend = () => act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Send' })))

/** A promise settled by hand, to stand between “pressed” and “kept”. */
function held() {
  let keep = () => {}
  let lose = () => {}
  const promise = new Promise<void>((resolve, reject) => {
    keep = resolve
    lose = () => reject(new Error('storage is full'))
  })
  return { promise, keep, lose }
}

describe('the composer', () => {
  it('empties only when the message is safely kept', async () => {
    const outbox = held()
    render(<Composer onSend={() => outbox.promise} />)
    type('Bad night again')
    await pressSend()
    expect(box().value).toBe('Bad night again')
    await act(async () => outbox.keep())
    expect(box().value).toBe('')
  })

  it('keeps the words, and says so, when they could not be kept', async () => {
    const outbox = held()
    render(<Composer onSend={() => outbox.promise} />)
    type('Bad night again')
    await pressSend()
    await act(async () => outbox.lose())
    expect(box().value).toBe('Bad night again')
    expect(screen.getByRole('alert').textContent).toContain('Your words are still here')
  })

  it('leaves what was typed meanwhile for the next message', async () => {
    const outbox = held()
    render(<Composer onSend={() => outbox.promise} />)
    type('One')
    await pressSend()
    type('One and two')
    await act(async () => outbox.keep())
    expect(box().value).toBe(' and two')
  })

  it('sends once however often it is pressed before it is kept', async () => {
    const onSend = vi.fn(() => held().promise)
    render(<Composer onSend={onSend} />)
    type('Once')
    await pressSend()
    await pressSend()
    await press({ ctrlKey: true })
    expect(onSend.mock.calls).toEqual([['Once']])
  })

  it('Ctrl and Cmd+Enter always send; Enter alone only where it is set', async () => {
    const onSend = vi.fn(() => Promise.resolve())
    const { rerender } = render(<Composer onSend={onSend} />)
    type('a')
    await press({})
    expect(onSend).not.toHaveBeenCalled()
    await press({ ctrlKey: true })
    type('b')
    await press({ metaKey: true })
    rerender(<Composer onSend={onSend} enterSends />)
    type('c')
    await press({ shiftKey: true })
    await press({ isComposing: true })
    expect(onSend.mock.calls).toEqual([['a'], ['b']])
    await press({})
    expect(onSend.mock.calls).toEqual([['a'], ['b'], ['c']])
  })

  it('never blocks typing; counts from three quarters; refuses what is too long and keeps it', async () => {
    const onSend = vi.fn(() => Promise.resolve())
    render(<Composer onSend={onSend} maxLength={20} />)
    type('x'.repeat(14))
    expect(screen.queryByText(/left/)).toBeNull()
    type('x'.repeat(15))
    expect(screen.getByText('5 characters left')).toBeTruthy()
    type('x'.repeat(21))
    expect(screen.getByText('1 character too many')).toBeTruthy()
    await pressSend()
    expect(onSend).not.toHaveBeenCalled()
    expect(box().value).toHaveLength(21)
    expect(screen.getByRole('alert').textContent).toBe('Make it 1 character shorter. Nothing you wrote is lost.')
    expect(document.activeElement).toBe(box())
    type('x'.repeat(20))
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('says what is missing rather than disabling the button', async () => {
    const onSend = vi.fn(() => Promise.resolve())
    const { rerender } = render(<Composer onSend={onSend} />)
    type('   \n ')
    await pressSend()
    expect(screen.getByRole('alert').textContent).toBe('Write something first.')
    rerender(<Composer onSend={onSend} hold="Fill in {date} first." />)
    type('See you on {date}')
    await pressSend()
    expect(screen.getByRole('alert').textContent).toBe('Fill in {date} first.')
    expect(onSend).not.toHaveBeenCalled()
  })

  it('saves a draft after 300 ms without typing, at once on leaving, and clears it after a send', async () => {
    const onDraft = vi.fn()
    const { unmount } = render(<Composer onSend={() => Promise.resolve()} onDraft={onDraft} />)
    type('a')
    vi.advanceTimersByTime(299)
    type('ab')
    vi.advanceTimersByTime(299)
    expect(onDraft).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(onDraft.mock.calls).toEqual([['ab']])
    await pressSend()
    expect(onDraft.mock.lastCall).toEqual([''])
    type('next')
    unmount()
    expect(onDraft.mock.lastCall).toEqual(['next'])
    expect(onDraft).toHaveBeenCalledTimes(3)
  })

  it('starts from a saved draft and does not save it again', () => {
    const onDraft = vi.fn()
    const { unmount } = render(<Composer initialText="half a" onSend={() => Promise.resolve()} onDraft={onDraft} />)
    expect(box().value).toBe('half a')
    unmount()
    expect(onDraft).not.toHaveBeenCalled()
  })

  it('names its box and its button from its words', () => {
    render(<Composer onSend={() => Promise.resolve()} words={{ label: 'Reply to Denise', send: 'Send to Denise' }} />)
    expect(screen.getByRole('textbox', { name: 'Reply to Denise' })).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Send to Denise' })).toBeTruthy()
  })
})
