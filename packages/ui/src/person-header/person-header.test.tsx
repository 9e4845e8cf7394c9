import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { edgeOf } from './edge.ts'
import { PersonHeader } from './person-header.tsx'

afterEach(cleanup)

describe('the person header', () => {
  it('is a region of its own with the name they like as its heading', () => {
    render(<PersonHeader personId="d" calledName="Denise" fullName="Denise Abbot" safeContact="Do not text." />)
    const region = screen.getByRole('region', { name: 'Person' })
    expect(within(region).getByRole('heading', { level: 1, name: 'Denise' })).toBeTruthy()
    expect(region.textContent).toContain('Denise Abbot')
    expect(region.textContent).toContain('Do not text.')
  })

  it('shows the NHS number 3-3-4 and copies it without spaces', () => {
    const onCopy = vi.fn()
    render(<PersonHeader personId="d" calledName="D" fullName="D" nhsNumber="9990001006" onCopyNhsNumber={onCopy} />)
    expect(screen.getByText('999 000 1006')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Copy NHS number' }))
    expect(onCopy.mock.calls).toEqual([['9990001006']])
    expect(screen.getByRole('button', { name: 'Copied' })).toBeTruthy()
  })

  it('leaves no trace of what is not known', () => {
    const { container } = render(<PersonHeader personId="k" calledName="Kofi" fullName="Kofi" />)
    expect(container.textContent).toBe('Kofi')
  })
})

describe("a person's edge", () => {
  it('is theirs for good, and spreads over all eight', () => {
    expect(edgeOf('denise')).toBe(edgeOf('denise'))
    const edges = new Set(Array.from({ length: 200 }, (_, at) => edgeOf(`019a-${at}`)))
    expect([...edges].sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })
})
