import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { HelpPill } from './help-pill.tsx'

afterEach(cleanup)
const pill = () => screen.getByRole('link', { name: 'Get help now' })

describe('Get help now', () => {
  it('is a plain link, so it works with no script at all', () => {
    render(<HelpPill />)
    expect(pill().getAttribute('href')).toBe('/help')
    expect(fireEvent.click(pill())).toBe(true)
  })

  it('opens the sheet in place where there is one, but a new tab stays a new tab', () => {
    const onOpen = vi.fn()
    render(<HelpPill onOpen={onOpen} />)
    expect(fireEvent.click(pill())).toBe(false)
    expect(onOpen).toHaveBeenCalledTimes(1)
    expect(fireEvent.click(pill(), { ctrlKey: true })).toBe(true)
    expect(onOpen).toHaveBeenCalledTimes(1)
  })
})
