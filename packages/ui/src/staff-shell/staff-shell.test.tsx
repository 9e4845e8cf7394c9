import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { Inbox, Keyboard } from 'lucide-react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import '../testing/jsdom-dialog.ts'
import { RailButton, type Section, StaffShell } from './staff-shell.tsx'

afterEach(cleanup)

const sections: Section[] = ['Inbox', 'Caseload', 'Calendar', 'Referrals', 'Circle'].map((label, at) => ({
  href: `/${label.toLowerCase()}`,
  label,
  icon: Inbox,
  isCurrent: at === 0,
  count: at === 0 ? 7 : 0,
}))

function setUp(onWideChange = vi.fn(), onFind = vi.fn()) {
  render(
    <StaffShell
      title="Inbox"
      sections={sections}
      isWide={false}
      onWideChange={onWideChange}
      onFind={onFind}
      foot={<RailButton icon={Keyboard} label="Keys" onPress={() => {}} />}
    >
      <p>Work</p>
    </StaffShell>,
  )
  const [rail, bar] = screen.getAllByRole('navigation', { name: 'Sections' })
  return { rail: rail!, bar: bar!, onWideChange, onFind }
}

describe('the staff shell', () => {
  it('lists every section in the rail, each named though only its icon shows', () => {
    const { rail } = setUp()
    const names = within(rail)
      .getAllByRole('link')
      .map((link) => link.querySelector('.wf-rail-item__label')?.textContent)
    expect(names).toEqual(['Inbox', 'Caseload', 'Calendar', 'Referrals', 'Circle'])
    expect(within(rail).getByRole('link', { name: 'Inbox 7 waiting' }).getAttribute('aria-current')).toBe('page')
  })

  it('puts the first three in the phone bar and the rest, with the foot, under More', () => {
    const { bar } = setUp()
    expect(within(bar).getAllByRole('link')).toHaveLength(3)
    fireEvent.click(within(bar).getByRole('button', { name: 'More' }))
    const sheet = screen.getByRole('dialog', { name: 'More' })
    expect(within(sheet).getByRole('link', { name: 'Referrals' })).toBeTruthy()
    expect(within(sheet).getByRole('button', { name: 'Keys' })).toBeTruthy()
    fireEvent.click(within(sheet).getByRole('link', { name: 'Circle' }))
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('closes More whatever was picked in it: what opens stands on the page, not under a sheet', () => {
    const { bar } = setUp()
    fireEvent.click(within(bar).getByRole('button', { name: 'More' }))
    fireEvent.click(within(screen.getByRole('dialog', { name: 'More' })).getByRole('button', { name: 'Keys' }))
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('opens wider and finds', () => {
    const { onWideChange, onFind } = setUp()
    fireEvent.click(screen.getByRole('button', { name: 'Show names' }))
    expect(onWideChange.mock.calls).toEqual([[true]])
    fireEvent.click(screen.getByRole('button', { name: /^Find/ }))
    expect(onFind).toHaveBeenCalledTimes(1)
  })
})
