import type { Fixture } from '../fixtures-page/fixture.ts'
import { Confirm } from './confirm.tsx'

const none = () => {}

export const fixtures: Fixture[] = [
  {
    state: 'grave',
    frame: 'phone',
    show: (
      <Confirm
        title="Leave Health Coaching"
        act="Leave Health Coaching"
        stay="Stay"
        isDanger
        onAct={none}
        onStay={none}
      >
        <p>Health Coaching keeps its own notes until 2034. Your goals and diary are still yours.</p>
      </Confirm>
    ),
  },
  {
    state: 'to many',
    frame: 'desk',
    app: 'staff',
    show: (
      <Confirm
        title="Send to about 40 people"
        act="Send to about 40 people"
        stay="Keep as a draft"
        onAct={none}
        onStay={none}
      >
        <p>They get it tomorrow at 9am. Each can say “Not for me”.</p>
      </Confirm>
    ),
  },
]
