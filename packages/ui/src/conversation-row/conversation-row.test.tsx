import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { ConversationRow } from './conversation-row.tsx'

afterEach(cleanup)
const team = { href: '/messages/1', name: 'Lichfield Wellbeing', time: '9:12am', lastAuthor: 'Sam' }

describe('a conversation row', () => {
  it('is named by what matters, in order', () => {
    render(<ConversationRow {...team} lastLine="How did it go?" newCount={2} />)
    const link = screen.getByRole('link', { name: 'Lichfield Wellbeing, 2 new, last message 9:12am, Sam' })
    expect(link.getAttribute('href')).toBe('/messages/1')
    expect(link.textContent).toContain('Sam: How did it go?')
  })

  it('keeps words to itself when previews are off', () => {
    render(<ConversationRow {...team} newCount={1} />)
    expect(screen.getByText('Message hidden')).toBeTruthy()
  })

  it('says what is not sent yet', () => {
    render(<ConversationRow {...team} lastLine="Bad night" unsentCount={1} />)
    expect(screen.getByRole('link', { name: /1 not sent yet/ })).toBeTruthy()
  })
})
