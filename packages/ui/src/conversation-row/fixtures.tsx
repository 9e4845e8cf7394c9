import type { ReactElement } from 'react'
import type { Fixture } from '../fixtures-page/fixture.ts'
import { Menu } from '../menu/menu.tsx'
import { ConversationRow } from './conversation-row.tsx'

const list = (row: ReactElement) => <ul className="list">{row}</ul>
const none = () => {}
const team = { href: '#m', name: 'Lichfield Wellbeing', people: 'You and 8 people', time: '9:12am', lastAuthor: 'Sam' }
const menu = (
  <Menu label="More" items={['Mark as unread', 'Hide on this phone'].map((label) => ({ label, onPick: none }))} />
)

export const fixtures: Fixture[] = [
  {
    state: 'read',
    app: 'people',
    show: list(<ConversationRow {...team} lastLine="How did the new plan go?" menu={menu} />),
  },
  {
    state: '2 new',
    app: 'people',
    show: list(
      <ConversationRow {...team} lastLine="How did the new plan go? No rush at all." newCount={2} menu={menu} />,
    ),
  },
  { state: 'previews off', app: 'people', show: list(<ConversationRow {...team} newCount={2} />) },
  {
    state: 'not sent yet',
    app: 'people',
    show: list(<ConversationRow {...team} lastAuthor="You" lastLine="Bad night again." unsentCount={1} />),
  },
  {
    state: 'nothing written yet',
    app: 'people',
    show: list(<ConversationRow href="#m" name="Kindling" people="You and 3 people" />),
  },
]
