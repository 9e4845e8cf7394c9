import { Bell, Languages, Lock, Moon } from 'lucide-react'
import { Badge } from '../badge/badge.tsx'
import { Button } from '../button/button.tsx'
import type { Fixture } from '../fixtures-page/fixture.ts'
import { ListRow, RowList } from './list-row.tsx'

const none = () => {}

export const fixtures: Fixture[] = [
  {
    state: 'links, a press, a value, a control',
    show: (
      <RowList label="Settings">
        <ListRow
          href="#notices"
          icon={Bell}
          title="Notifications"
          detail="Every notice says only: You have an update"
        />
        <ListRow href="#quiet" icon={Moon} title="Quiet hours" end={<Badge>10pm to 6am</Badge>} />
        <ListRow onPress={none} icon={Languages} title="Language" detail="English" />
        <ListRow icon={Lock} title="Sleep: Lichfield Wellbeing" end={<Button>Stop sharing</Button>} />
      </RowList>
    ),
  },
]
