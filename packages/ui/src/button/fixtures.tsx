import { ArrowLeft, Ellipsis, Send } from 'lucide-react'
import type { Fixture } from '../fixtures-page/fixture.ts'
import { Button, IconButton, LinkButton } from './button.tsx'

export const fixtures: Fixture[] = [
  { state: 'primary', show: <Button kind="primary">Create my account</Button> },
  {
    state: 'secondary',
    show: (
      <Button icon={ArrowLeft} mirrorIcon>
        Back
      </Button>
    ),
  },
  { state: 'quiet', show: <Button kind="quiet">Not now</Button> },
  { state: 'danger, in a confirm', show: <Button kind="danger">Leave Health Coaching</Button> },
  { state: 'help', show: <Button kind="help">Get help now</Button> },
  {
    state: 'busy',
    show: (
      <Button kind="primary" busy="Signing in…">
        Sign in
      </Button>
    ),
  },
  {
    state: 'full width, long label',
    show: (
      <Button kind="primary" block icon={Send} mirrorIcon>
        Send to Oluwaseun-Adebayo and everyone else who was invited
      </Button>
    ),
  },
  {
    state: 'a link',
    show: (
      <LinkButton kind="primary" href="#plan">
        Open my safety plan
      </LinkButton>
    ),
  },
  { state: 'icon alone', app: 'staff', show: <IconButton icon={Ellipsis} label="More acts" /> },
]
