import { Button } from '../button/button.tsx'
import type { Fixture } from '../fixtures-page/fixture.ts'
import { HelpPill } from '../help-pill/help-pill.tsx'
import { AppLock, IdleWarning, SessionEnded } from './lock.tsx'

const none = () => {}

export const fixtures: Fixture[] = [
  {
    state: 'session ended',
    frame: 'desk',
    app: 'staff',
    show: (
      <SessionEnded>
        <Button kind="primary">Sign in with your work account</Button>
      </SessionEnded>
    ),
  },
  {
    state: 'app lock',
    frame: 'phone',
    app: 'people',
    show: <AppLock onPin={none} onForgot={none} onSignOut={none} help={<HelpPill />} />,
  },
  {
    state: "app lock, the device's own",
    frame: 'phone',
    app: 'people',
    show: <AppLock onDeviceLock={none} onForgot={none} onSignOut={none} help={<HelpPill />} />,
  },
  {
    state: 'app lock, wrong PIN',
    frame: 'phone',
    app: 'people',
    show: (
      <AppLock
        onPin={none}
        onForgot={none}
        onSignOut={none}
        error="That PIN does not match. Try again."
        help={<HelpPill />}
      />
    ),
  },
  {
    state: 'app lock, trying',
    frame: 'phone',
    app: 'people',
    show: <AppLock onPin={none} onForgot={none} onSignOut={none} busy="Unlocking…" help={<HelpPill />} />,
  },
  { state: 'idle', frame: 'desk', app: 'staff', show: <IdleWarning secondsLeft={42} onStay={none} /> },
]
