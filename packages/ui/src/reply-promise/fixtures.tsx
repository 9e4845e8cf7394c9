import type { Fixture } from '../fixtures-page/fixture.ts'
import { type Promised, ReplyPromise } from './reply-promise.tsx'

const team = 'Lichfield Wellbeing'
const states: [string, Promised][] = [
  ['in hours', { kind: 'by', when: 'by 4pm tomorrow' }],
  ['closed', { kind: 'closed', team, opens: 'at 9am on Monday', when: 'by 4pm on Monday' }],
  [
    'bank holiday',
    { kind: 'holiday', holiday: 'the bank holiday', team, opens: 'at 9am on Tuesday', when: 'by 4:30pm on Tuesday' },
  ],
  ['late', { kind: 'late' }],
  ['nobody on duty', { kind: 'nobody', when: 'by 5pm on Thursday' }],
  ['no opening in 14 days', { kind: 'unknown', phone: '01632 960 111' }],
]

export const fixtures: Fixture[] = states.map(([state, promise]) => ({
  state,
  show: <ReplyPromise promise={promise} />,
}))
