import type { Fixture } from '../fixtures-page/fixture.ts'
import { type Viewer, WhoCanSee } from './who-can-see.tsx'

const viewers: Viewer[] = [
  { name: 'Sam Okafor', role: 'nurse', organisation: 'Lichfield Wellbeing' },
  { name: 'Priya Nair', role: 'coach', organisation: 'Kindling' },
]

export const fixtures: Fixture[] = [
  { state: 'only you', show: <WhoCanSee kind="private" /> },
  {
    state: 'a team',
    show: (
      <WhoCanSee
        kind="team"
        line="8 people in this team can see this"
        viewers={viewers}
        notes={['Your family and carers cannot see this.']}
      />
    ),
  },
  {
    state: 'shared with a service',
    show: <WhoCanSee kind="shared" line="You and Health Coaching since 3 November" viewers={viewers} />,
  },
  {
    state: 'a carer too',
    show: (
      <WhoCanSee
        kind="carer"
        line="Your team and Raj can see this"
        viewers={[...viewers, { name: 'Raj', role: 'carer' }]}
      />
    ),
  },
  { state: 'from a carer, not the person', show: <WhoCanSee kind="team" line="Kofi cannot see this. The team can." /> },
]
