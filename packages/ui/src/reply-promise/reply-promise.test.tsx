import { cleanup, render } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { type Promised, ReplyPromise } from './reply-promise.tsx'

afterEach(cleanup)

const team = 'Lichfield Wellbeing'
it.each<[Promised, string]>([
  [{ kind: 'by', when: 'by 4pm tomorrow' }, 'You should hear by 4pm tomorrow.'],
  [
    { kind: 'closed', team, opens: 'at 9am on Monday', when: 'by 4pm on Monday' },
    'Lichfield Wellbeing is closed. They open at 9am on Monday. You should hear by 4pm on Monday.',
  ],
  [
    { kind: 'holiday', holiday: 'the bank holiday', team, opens: 'at 9am on Tuesday', when: 'by 4:30pm on Tuesday' },
    'Lichfield Wellbeing is closed for the bank holiday. They open at 9am on Tuesday. You should hear by 4:30pm on Tuesday.',
  ],
  [{ kind: 'late' }, "Sorry, this is later than we said. Your message is at the top of the team's list."],
  [{ kind: 'nobody', when: 'by 5pm on Thursday' }, 'The team cannot answer today. You should hear by 5pm on Thursday.'],
  [{ kind: 'unknown', phone: '01632 960 111' }, 'We cannot say when we will reply. Call 01632 960 111.'],
])('%o reads “%s”', (promise, sentence) => {
  const { container } = render(<ReplyPromise promise={promise} />)
  expect(container.textContent).toBe(sentence)
})
