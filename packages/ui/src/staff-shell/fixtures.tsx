import {
  CalendarDays,
  ChartLine,
  Inbox,
  Keyboard,
  Route,
  Settings,
  ShieldAlert,
  UserRound,
  Users,
  Waypoints,
} from 'lucide-react'
import { Composer } from '../composer/composer.tsx'
import type { Fixture } from '../fixtures-page/fixture.ts'
import { InboxRow } from '../inbox-row/inbox-row.tsx'
import { PersonHeader } from '../person-header/person-header.tsx'
import { manyItems } from '../thread/fixtures.tsx'
import { Thread } from '../thread/thread.tsx'
import { RailButton, RailFact, StaffShell, type StaffShellProps } from './staff-shell.tsx'

const none = () => {}
const sections: StaffShellProps['sections'] = [
  { href: '#inbox', label: 'Inbox', icon: Inbox, isCurrent: true, count: 7, keys: 'Alt+1' },
  { href: '#caseload', label: 'Caseload', icon: Users, keys: 'Alt+2' },
  { href: '#calendar', label: 'Calendar', icon: CalendarDays, keys: 'Alt+3' },
  { href: '#referrals', label: 'Referrals', icon: Route, count: 1, keys: 'Alt+4' },
  { href: '#circle', label: 'Circle', icon: Waypoints, keys: 'Alt+5' },
  { href: '#insights', label: 'Insights', icon: ChartLine, keys: 'Alt+6' },
  { href: '#admin', label: 'Admin', icon: Settings, keys: 'Alt+8' },
]
const foot = (isGap = false) => (
  <>
    {isGap ? (
      <RailFact icon={ShieldAlert} text="Nobody on duty from 5pm on Friday" isAlarming />
    ) : (
      <RailFact icon={ShieldAlert} text="On duty: Sam · deputy Priya" />
    )}
    <RailButton icon={Keyboard} label="Keys and help" onPress={none} />
    <RailButton icon={UserRound} label="Sam Okafor" onPress={none} />
  </>
)
const shell = (props: Partial<StaffShellProps> = {}) => (
  <StaffShell
    title="Inbox"
    sections={sections}
    isWide={false}
    onWideChange={none}
    onFind={none}
    foot={foot()}
    {...props}
  >
    {props.children ?? <p style={{ padding: 16 }}>Nothing waiting. Next check-in 2pm.</p>}
  </StaffShell>
)

const rows = [
  {
    href: '#1',
    name: 'Kofi Mensah',
    snippet: 'Bad night again. I do not know how long…',
    time: '11:52pm',
    isFlagged: true,
    isUnread: true,
  },
  {
    href: '#2',
    name: 'Denise Abbot',
    snippet: 'Thank you. I will ring the gym today.',
    time: '9:02am',
    owner: 'Sam',
    isSelected: true,
  },
  {
    href: '#3',
    name: 'Leanne Tranter',
    writer: 'Raj, brother',
    snippet: 'She has not been out since Sunday.',
    time: 'Tue',
  },
]
const dues = [
  { state: 'soon', text: 'Reply by 10am' },
  { state: 'fine', text: 'Reply by 4pm' },
  { state: 'late', text: 'Overdue 2 h' },
] as const

/** The inbox as the pieces make it, to judge them together. */
const inbox = (
  <div
    style={{
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(19rem, 100%), 1fr))',
      minBlockSize: '100%',
    }}
  >
    <ul
      className="list"
      style={{ borderInlineEnd: '1px solid var(--line)', overflow: 'auto', background: 'var(--surface)' }}
    >
      {rows.map((row, at) => (
        <InboxRow key={row.href} {...row} service="Lichfield Wellbeing" due={dues[at]} />
      ))}
    </ul>
    <div style={{ display: 'flex', flexDirection: 'column', minBlockSize: 0 }}>
      <PersonHeader
        personId="denise"
        level={2}
        calledName="Denise"
        fullName="Denise Abbot"
        nhsNumber="9990001006"
        lead="Priya Nair"
        safeContact="Do not text. Call 9 to 12."
      />
      <Thread label="Messages with Denise" items={manyItems(30)} />
      <Composer onSend={() => Promise.resolve()} words={{ label: 'Reply to Denise', send: 'Send to Denise' }} />
    </div>
  </div>
)

export const fixtures: Fixture[] = [
  { state: 'an inbox', app: 'staff', frame: 'desk', show: shell({ children: inbox }) },
  { state: 'narrow rail', app: 'staff', frame: 'desk', show: shell() },
  { state: 'wide rail, nobody on duty', app: 'staff', frame: 'desk', show: shell({ isWide: true, foot: foot(true) }) },
  { state: 'phone', app: 'staff', frame: 'phone', show: shell() },
  {
    state: 'one section only',
    app: 'staff',
    frame: 'phone',
    show: shell({
      sections: [{ href: '#insights', label: 'Insights', icon: ChartLine, isCurrent: true }],
      title: 'Insights',
    }),
  },
]
