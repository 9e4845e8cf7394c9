import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { InboxRow } from './inbox-row.tsx'

afterEach(cleanup)

describe('an inbox row', () => {
  it('says in words what its colours say', () => {
    render(
      <InboxRow
        href="/inbox/1"
        name="Kofi"
        writer="Raj, brother"
        snippet="Bad night"
        due={{ state: 'late', text: 'Overdue 2 h' }}
        isFlagged
        isUnread
        viewing="Priya"
      />,
    )
    const text = screen.getByRole('link').textContent
    for (const word of [
      'Worrying words',
      'Kofi',
      'Unread',
      'Raj, brother',
      'Bad night',
      'Overdue 2 h',
      'Priya is viewing',
    ]) {
      expect(text).toContain(word)
    }
  })

  it('marks the one that is open, and nothing on the others', () => {
    render(
      <ul>
        <InboxRow href="/inbox/1" name="Kofi" isSelected />
        <InboxRow href="/inbox/2" name="Denise" />
      </ul>,
    )
    expect(screen.getAllByRole('link').map((link) => link.getAttribute('aria-current'))).toEqual(['true', null])
  })
})
