import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import '../testing/jsdom-dialog.ts'
import { WhoCanSee } from './who-can-see.tsx'

afterEach(cleanup)

describe('who can see this', () => {
  it('private is said in words and leads nowhere', () => {
    render(<WhoCanSee kind="private" />)
    expect(screen.getByText('Only you can see this')).toBeTruthy()
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('a team opens to every name and role, and to who cannot', () => {
    render(
      <WhoCanSee
        kind="team"
        line="2 people in this team can see this"
        viewers={[
          { name: 'Sam Okafor', role: 'nurse', organisation: 'Lichfield Wellbeing' },
          { name: 'Priya Nair', role: 'coach' },
        ]}
        notes={['Your family and carers cannot see this.']}
      />,
    )
    const line = screen.getByRole('button', { name: '2 people in this team can see this' })
    line.focus()
    fireEvent.click(line)
    const sheet = screen.getByRole('dialog', { name: 'Who can see this' })
    expect(
      within(sheet)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual(['Sam Okafornurse · Lichfield Wellbeing', 'Priya Naircoach'])
    expect(within(sheet).getByText('Your family and carers cannot see this.')).toBeTruthy()
    fireEvent.click(within(sheet).getByRole('button', { name: 'Close' }))
    expect(document.activeElement).toBe(line)
  })
})
