import { Button } from '../button/button.tsx'
import type { Fixture } from '../fixtures-page/fixture.ts'
import { Dialog } from './dialog.tsx'

const none = () => {}

export const fixtures: Fixture[] = [
  {
    state: 'dialog',
    frame: 'desk',
    show: (
      <Dialog title="Reassign Denise's message" onClose={none} foot={<Button kind="primary">Reassign to Priya</Button>}>
        <p>Priya is on duty until 5pm.</p>
      </Dialog>
    ),
  },
  {
    state: 'sheet',
    frame: 'phone',
    show: (
      <Dialog title="Who can see this" shape="sheet" onClose={none}>
        <p>8 people in Lichfield Wellbeing.</p>
      </Dialog>
    ),
  },
  {
    state: 'full, long',
    frame: 'phone',
    show: (
      <Dialog title="Terms in plain words" shape="full" onClose={none} foot={<Button kind="primary">Continue</Button>}>
        {Array.from({ length: 24 }, (_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list
          <p key={at}>You can stop sharing at any time, and nobody will ask you why.</p>
        ))}
      </Dialog>
    ),
  },
]
