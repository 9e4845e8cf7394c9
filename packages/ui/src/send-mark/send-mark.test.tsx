import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type SendActs, SendMark, type SendState } from './send-mark.tsx'

afterEach(cleanup)

const everyAct = (): Required<SendActs> => ({
  onEdit: vi.fn(),
  onDelete: vi.fn(),
  onTryAgain: vi.fn(),
  onCopy: vi.fn(),
  onOtherWays: vi.fn(),
})

describe('a send mark', () => {
  it.each<[SendState, string, string[]]>([
    ['waiting', 'Not sent yet. It will go when you are back online.', ['Edit', 'Delete']],
    ['sending', 'Sending…', []],
    ['sent', 'Sent 11:52pm', []],
    ['seen', 'Seen by the team 11:52pm', []],
    ['not-sent', 'Not sent. It is too long.', ['Try again', 'Copy', 'Delete']],
    ['refused', 'This conversation is closed. Your words are safe here to copy.', ['Copy', 'Other ways']],
  ])('%s says “%s”', (state, sentence, acts) => {
    const { container } = render(<SendMark state={state} time="11:52pm" reason="It is too long." acts={everyAct()} />)
    expect(container.querySelector('.wf-send-mark__words')?.textContent).toBe(sentence)
    expect(screen.queryAllByRole('button').map((button) => button.textContent)).toEqual(acts)
  })

  it('offers only the acts it was given, and calls them', () => {
    const onTryAgain = vi.fn()
    render(<SendMark state="not-sent" acts={{ onTryAgain }} />)
    expect(screen.getAllByRole('button')).toHaveLength(1)
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(onTryAgain).toHaveBeenCalledTimes(1)
  })

  it('is never a live region: the announcer speaks', () => {
    const { container } = render(<SendMark state="not-sent" />)
    expect(container.querySelector('[role=alert],[role=status],[aria-live]')).toBeNull()
  })

  it("takes the deployment's own words", () => {
    render(<SendMark state="sent" time="23:52" words={{ sent: (time) => `Anfonwyd ${time}` }} />)
    expect(screen.getByText('Anfonwyd 23:52')).toBeTruthy()
  })
})
