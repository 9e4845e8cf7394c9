import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import '../testing/jsdom-dialog.ts'
import { Confirm } from './confirm.tsx'

afterEach(cleanup)

function setUp() {
  const onAct = vi.fn()
  const onStay = vi.fn()
  render(
    <Confirm
      title="Leave Health Coaching"
      act="Leave Health Coaching"
      stay="Stay"
      onAct={onAct}
      onStay={onStay}
      isDanger
    >
      <p>Your goals stay yours.</p>
    </Confirm>,
  )
  return { onAct, onStay, dialog: screen.getByRole('alertdialog', { name: 'Leave Health Coaching' }) }
}

describe('a named confirm', () => {
  it('starts on the safe button and reads what will happen', () => {
    const { dialog } = setUp()
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Stay' }))
    expect(document.getElementById(dialog.getAttribute('aria-describedby')!)?.textContent).toBe(
      'Your goals stay yours.',
    )
  })

  it('Esc stays, a press outside does nothing, and only the act acts', () => {
    const { onAct, onStay, dialog } = setUp()
    fireEvent.click(dialog)
    expect(onStay).not.toHaveBeenCalled()
    fireEvent(dialog, new Event('cancel', { cancelable: true }))
    expect(onStay).toHaveBeenCalledTimes(1)
    expect(onAct).not.toHaveBeenCalled()
    fireEvent.click(screen.getByRole('button', { name: 'Leave Health Coaching' }))
    expect(onAct).toHaveBeenCalledTimes(1)
  })
})
