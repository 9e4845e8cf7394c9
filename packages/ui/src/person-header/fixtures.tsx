import { MessageCircle } from 'lucide-react'
import { Button } from '../button/button.tsx'
import type { Fixture } from '../fixtures-page/fixture.ts'
import { PersonHeader, type PersonHeaderProps } from './person-header.tsx'

const denise: PersonHeaderProps = {
  personId: 'denise',
  calledName: 'Denise',
  fullName: 'Denise Abbot',
  pronouns: 'she/her',
  born: '4 March 1961, 65 years',
  nhsNumber: '9990001006',
  onCopyNhsNumber: () => {},
  needs: ['Large print', 'BSL interpreter'],
  lead: 'Priya Nair',
  enrolment: 'Lichfield Wellbeing, Health Coaching',
  shares: 'Sleep, 2 goals',
  actions: (
    <Button kind="primary" icon={MessageCircle}>
      Message Denise
    </Button>
  ),
}

export const fixtures: Fixture[] = [
  { state: 'whole', app: 'staff', frame: 'desk', show: <PersonHeader {...denise} /> },
  {
    state: 'safe contact and staff safety',
    app: 'staff',
    frame: 'desk',
    show: (
      <PersonHeader
        {...denise}
        safeContact="Do not text. Call 9am to midday on the home number."
        staffSafety={{
          line: 'Large dog, kept in the kitchen if you call first.',
          source: 'Priya Nair, visit on 12 March',
          reviewOn: '12 June',
        }}
      />
    ),
  },
  {
    state: 'little known',
    app: 'staff',
    frame: 'phone',
    show: <PersonHeader personId="kofi" calledName="Kofi Mensah" fullName="Kofi Mensah" />,
  },
  { state: 'on a phone', app: 'staff', frame: 'phone', show: <PersonHeader {...denise} safeContact="Do not text." /> },
]
