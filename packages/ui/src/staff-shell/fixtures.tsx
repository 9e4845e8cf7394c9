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
import type { Fixture } from '../fixtures-page/fixture.ts'
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
    <p>Nothing waiting. Next check-in 2pm.</p>
  </StaffShell>
)

export const fixtures: Fixture[] = [
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
