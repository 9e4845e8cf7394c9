import type { Fixture } from '../fixtures-page/fixture.ts'
import { england } from './england.ts'
import { HelpCard, HelpPanel, HelpSheet, type OwnHelp } from './help-panel.tsx'
import { linesFor } from './lines.ts'

const own: OwnHelp = {
  teams: [{ name: 'Lichfield Wellbeing', phone: '01632 960 111', hours: 'Monday to Friday, 9am to 5pm' }],
  people: [{ name: 'Ama', phone: '07700 900 123' }],
  ideas: ['Walk round the reservoir', 'Put the kettle on and ring Ama'],
  planHref: '#plan',
}
const checkedOn = '1 April 2026'
const none = () => {}

export const fixtures: Fixture[] = [
  {
    state: 'signed in, with a plan',
    app: 'people',
    show: <HelpPanel lines={linesFor(england)} checkedOn={checkedOn} own={own} />,
  },
  {
    state: 'signed in, no plan yet, 18 or over',
    app: 'people',
    show: <HelpPanel lines={linesFor(england, { isAdult: true })} checkedOn={checkedOn} own={{ planHref: '#plan' }} />,
  },
  { state: 'signed out or locked', app: 'people', show: <HelpPanel lines={linesFor(england)} checkedOn={checkedOn} /> },
  {
    state: 'the sheet',
    app: 'people',
    frame: 'phone',
    show: <HelpSheet lines={linesFor(england)} checkedOn={checkedOn} own={own} onClose={none} />,
  },
  {
    state: 'a card in a conversation',
    app: 'people',
    show: (
      <HelpCard
        text="It sounds like things may be very hard right now. You do not have to wait for us. Here is who you can talk to straight away."
        lines={linesFor(england)}
        onClose={none}
      />
    ),
  },
]
