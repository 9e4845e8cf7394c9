import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { TextArea } from './text-area.tsx'

afterEach(cleanup)

describe('a text area', () => {
  it('counts from three quarters on and never cuts', () => {
    render(<TextArea label="Note" maxLength={8} />)
    const box = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Note' })
    fireEvent.change(box, { target: { value: '12345' } })
    expect(screen.queryByText(/character/)).toBeNull()
    fireEvent.change(box, { target: { value: '123456' } })
    expect(screen.getByText('2 characters left')).toBeTruthy()
    fireEvent.change(box, { target: { value: '123456789' } })
    expect(screen.getByText('1 character too many')).toBeTruthy()
    expect(box.value).toBe('123456789')
    expect(box.getAttribute('aria-describedby')).toBe(`${box.id}-count`)
  })
})
