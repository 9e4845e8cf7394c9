import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { ErrorSummary, type FieldError } from './error-summary.tsx'

afterEach(cleanup)

const form = (errors: FieldError[]) => (
  <>
    <ErrorSummary errors={errors} />
    <input id="code" aria-label="Code" />
  </>
)

describe('an error summary', () => {
  it('takes focus when it comes and on each further try', () => {
    const { rerender } = render(form([{ fieldId: 'code', message: 'Enter the code' }]))
    const summary = screen.getByRole('alert', { name: 'There is a problem' })
    expect(document.activeElement).toBe(summary)
    screen.getByRole('textbox').focus()
    rerender(form([{ fieldId: 'code', message: 'Enter the code' }]))
    expect(document.activeElement).toBe(summary)
  })

  it('each line leads to its field', () => {
    render(form([{ fieldId: 'code', message: 'Enter the code' }]))
    fireEvent.click(screen.getByRole('link', { name: 'Enter the code' }))
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Code' }))
  })

  it('is absent when there is nothing to put right', () => {
    render(form([]))
    expect(screen.queryByRole('alert')).toBeNull()
  })
})
