import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { LinkProvider } from '../link/link.tsx'
import { Button, LinkButton } from './button.tsx'

afterEach(cleanup)

describe('a button', () => {
  it('does not submit a form unless told to', () => {
    const submit = vi.fn((event: React.FormEvent) => event.preventDefault())
    render(
      <form onSubmit={submit}>
        <Button>Skip</Button>
        <Button kind="primary" type="submit">
          Continue
        </Button>
      </form>,
    )
    fireEvent.click(screen.getByRole('button', { name: 'Skip' }))
    expect(submit).not.toHaveBeenCalled()
    fireEvent.click(screen.getByRole('button', { name: 'Continue' }))
    expect(submit).toHaveBeenCalledTimes(1)
  })

  it('while busy says so, keeps focus and ignores presses', () => {
    const press = vi.fn()
    const submit = vi.fn((event: React.FormEvent) => event.preventDefault())
    render(
      <form onSubmit={submit}>
        <Button type="submit" busy="Creating…" onClick={press}>
          Create my account
        </Button>
      </form>,
    )
    const button = screen.getByRole('button', { name: 'Creating…' })
    button.focus()
    fireEvent.click(button)
    expect(document.activeElement).toBe(button)
    expect(button.hasAttribute('disabled')).toBe(false)
    expect(press).not.toHaveBeenCalled()
    expect(submit).not.toHaveBeenCalled()
  })
})

describe('a link that looks like a button', () => {
  it("is drawn by the app's router where one is given", () => {
    render(
      <LinkProvider value={({ href, children }) => <a href={`/app${href}`}>{children}</a>}>
        <LinkButton href="/plan">Plan</LinkButton>
      </LinkProvider>,
    )
    expect(screen.getByRole('link', { name: 'Plan' }).getAttribute('href')).toBe('/app/plan')
  })
})
