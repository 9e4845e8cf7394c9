import { Button } from '../button/button.tsx'
import type { Fixture } from '../fixtures-page/fixture.ts'
import { Notice, type NoticeTone } from './notice.tsx'

const lines: [NoticeTone, string, string][] = [
  ['info', 'Opened from SystmOne', 'Denise Abbot, 4 March 1961. Check this is the same person.'],
  ['warn', 'Do not text', 'Call between 9am and midday. Use the home number.'],
  ['danger', 'Nobody on duty', 'From 5pm on Friday 24 April. Find cover now.'],
  ['ok', 'Connected', 'Lichfield Wellbeing can now see your messages.'],
  ['private', 'Only you can see this', 'Staff can never open what you keep as Only me.'],
  ['help', 'You do not have to wait', 'Here is who you can talk to straight away.'],
]

export const fixtures: Fixture[] = [
  ...lines.map(([tone, title, text]) => ({
    state: tone,
    show: (
      <Notice tone={tone} title={title}>
        <p>{text}</p>
      </Notice>
    ),
  })),
  {
    state: 'with an act',
    show: (
      <Notice tone="info" title="Priya is replying" action={<Button>Send anyway</Button>}>
        <p>She started a minute ago.</p>
      </Notice>
    ),
  },
]
