import type { Fixture } from '../fixtures-page/fixture.ts'
import { InboxRow, type InboxRowProps } from './inbox-row.tsx'

const rows: InboxRowProps[] = [
  {
    href: '#1',
    name: 'Kofi Mensah',
    service: 'Lichfield Wellbeing',
    snippet: 'Bad night again. I do not know how long I can go on like this.',
    time: '11:52pm',
    due: { state: 'soon', text: 'Reply by 10am' },
    isFlagged: true,
    isUnread: true,
  },
  {
    href: '#2',
    name: 'Denise Abbot',
    service: 'Health Coaching',
    snippet: 'Thank you. I will ring the gym today.',
    time: '9:02am',
    due: { state: 'fine', text: 'Reply by 4pm' },
    owner: 'Sam',
    isSelected: true,
  },
  {
    href: '#3',
    name: 'Leanne Tranter',
    writer: 'Raj, brother',
    service: 'Lichfield Wellbeing',
    snippet: 'She has not been out since Sunday.',
    time: 'Tue',
    due: { state: 'late', text: 'Overdue 2 h' },
    viewing: 'Priya',
    isUnread: true,
  },
]

export const fixtures: Fixture[] = [
  {
    state: 'flagged, chosen, overdue and viewed',
    app: 'staff',
    show: (
      <ul className="list" style={{ maxInlineSize: 320 }}>
        {rows.map((row) => (
          <InboxRow key={row.href} {...row} />
        ))}
      </ul>
    ),
  },
]
