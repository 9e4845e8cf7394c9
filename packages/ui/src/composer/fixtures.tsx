import { Paperclip } from 'lucide-react'
import { IconButton } from '../button/button.tsx'
import type { Fixture } from '../fixtures-page/fixture.ts'
import { Composer } from './composer.tsx'

const kept = () => Promise.resolve()
const notice = (
  <p>
    Your message goes to everyone in Lichfield Wellbeing. We aim to answer by 4pm on Monday. We do not watch messages
    all the time. If you need help now, tap Get help now.
  </p>
)
const fourLines = 'I slept from about two.\nThen the baby woke.\nThen the bin lorry came.\nI am very tired today.'

export const fixtures: Fixture[] = [
  { state: 'blank', show: <Composer onSend={kept} /> },
  { state: 'first time, full notice', app: 'people', show: <Composer onSend={kept} notice={notice} /> },
  { state: 'a draft of four lines', show: <Composer onSend={kept} initialText={fourLines} /> },
  { state: 'more than six lines', show: <Composer onSend={kept} initialText={`${fourLines}\n${fourLines}`} /> },
  {
    state: 'past three quarters',
    show: <Composer onSend={kept} initialText={'Long day. '.repeat(8)} maxLength={100} />,
  },
  { state: 'too long', show: <Composer onSend={kept} initialText={'Long day. '.repeat(12)} maxLength={100} /> },
  {
    state: 'reply, named',
    app: 'staff',
    show: (
      <Composer
        onSend={kept}
        words={{ label: 'Reply to Denise', send: 'Send to Denise' }}
        initialText="I will ring you at midday."
        tools={<IconButton icon={Paperclip} label="Attach" />}
      />
    ),
  },
  {
    state: 'staff note',
    app: 'staff',
    show: (
      <Composer onSend={kept} tone="note" words={{ label: 'Staff note: staff only', send: 'Save note, staff only' }} />
    ),
  },
]
