import { ChartLine, House, MessageCircle, NotebookPen, Settings, Shield, Target, Users } from 'lucide-react'
import { Button } from '../button/button.tsx'
import { Composer } from '../composer/composer.tsx'
import { ConnectionStripView } from '../connection-strip/connection-strip.tsx'
import type { Fixture } from '../fixtures-page/fixture.ts'
import { manyItems } from '../thread/fixtures.tsx'
import { Thread } from '../thread/thread.tsx'
import { PeopleShell, type PeopleShellProps } from './people-shell.tsx'

const nav = (current: string): PeopleShellProps['nav'] => [
  { href: '#today', label: 'Today', icon: House, isCurrent: current === 'Today' },
  { href: '#messages', label: 'Messages', icon: MessageCircle, isCurrent: current === 'Messages', count: 2 },
  { href: '#track', label: 'Track', icon: ChartLine, isCurrent: current === 'Track' },
  { href: '#goals', label: 'Goals', icon: Target, isCurrent: current === 'Goals' },
]
const menu: PeopleShellProps['menu'] = [
  { href: '#plan', label: 'Plan', icon: NotebookPen },
  { href: '#team', label: 'My team', icon: Users },
  { href: '#privacy', label: 'Privacy', icon: Shield, note: '1 choice waiting' },
  { href: '#settings', label: 'Settings', icon: Settings },
]
const words = 'Care happens in a few appointments a year. Life happens in between.'
const longThread = manyItems(1_000)
const none = () => {}

export const fixtures: Fixture[] = [
  {
    state: 'first page',
    app: 'people',
    frame: 'phone',
    show: (
      <PeopleShell title="Today" nav={nav('Today')} menu={menu}>
        <p>{words}</p>
      </PeopleShell>
    ),
  },
  {
    state: 'before sign-in',
    app: 'people',
    frame: 'phone',
    show: (
      <PeopleShell title="Sign in" back={{ href: '#welcome' }}>
        <Button kind="primary" block>
          Sign in
        </Button>
      </PeopleShell>
    ),
  },
  {
    state: 'a conversation fills the screen, leave quickly on',
    app: 'people',
    frame: 'phone',
    show: (
      <PeopleShell
        title="Lichfield Wellbeing"
        back={{ href: '#m' }}
        nav={nav('Messages')}
        layout="fill"
        onLeaveQuickly={none}
      >
        <Thread label="Messages with Lichfield Wellbeing" items={longThread} />
        <Composer onSend={() => Promise.resolve()} />
      </PeopleShell>
    ),
  },
  {
    state: 'supporting someone',
    app: 'people',
    frame: 'phone',
    show: (
      <PeopleShell
        title="Supporting"
        menu={menu}
        nav={nav('Today')}
        supporting={{ name: 'Kofi', onMyself: none }}
        strip={<ConnectionStripView news="lost" />}
      >
        <p>{words}</p>
      </PeopleShell>
    ),
  },
  {
    state: 'on a wide screen',
    app: 'people',
    frame: 'desk',
    show: (
      <PeopleShell title="Today" nav={nav('Today')} menu={menu} onLeaveQuickly={none}>
        <p>{words}</p>
      </PeopleShell>
    ),
  },
]
