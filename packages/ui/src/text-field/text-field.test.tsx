import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { PasswordField, TextField } from './text-field.tsx'

afterEach(cleanup)

const description = (element: HTMLElement) =>
  element
    .getAttribute('aria-describedby')
    ?.split(' ')
    .map((id) => document.getElementById(id)?.textContent)

describe('a text field', () => {
  it('is named by its label and described by its hint, then what to put right', () => {
    render(<TextField label="Code" hint="We sent it by text" error="Enter 6 numbers" isOptional />)
    const box = screen.getByRole('textbox', { name: 'Code (optional)' })
    expect(description(box)).toEqual(['We sent it by text', 'Enter 6 numbers'])
    expect(box.getAttribute('aria-invalid')).toBe('true')
  })

  it('says nothing of errors when there are none', () => {
    render(<TextField label="Code" />)
    const box = screen.getByRole('textbox', { name: 'Code' })
    expect(box.hasAttribute('aria-describedby')).toBe(false)
    expect(box.hasAttribute('aria-invalid')).toBe(false)
  })
})

describe('a password field', () => {
  it('can be shown and hidden again', () => {
    render(<PasswordField label="Password" defaultValue="hunter2" />)
    const box = screen.getByLabelText<HTMLInputElement>('Password')
    expect(box.type).toBe('password')
    fireEvent.click(screen.getByRole('button', { name: 'Show password' }))
    expect(box.type).toBe('text')
    fireEvent.click(screen.getByRole('button', { name: 'Hide password' }))
    expect(box.type).toBe('password')
  })

  it('invites password managers and says which password it is', () => {
    render(<PasswordField label="Make a password" autoComplete="new-password" />)
    expect(screen.getByLabelText('Make a password').getAttribute('autocomplete')).toBe('new-password')
  })
})
