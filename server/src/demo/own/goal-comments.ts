import { listSharedGoals, writeComment } from '@weft/contract/goals/team.ts'
import type { App } from '../../app.ts'
import type { AccountScope } from '../../platform/scope.ts'
import type { Calendar } from '../calendar.ts'
import { demoId } from '../random.ts'

const said = [
  { day: 20, time: '16:40', text: 'You have kept this up through a hard fortnight. I noticed.' },
  { day: 26, time: '17:10', text: 'Shall we look at the next step together when I see you?' },
]

/** What a worker writes to somebody about the first goal that their service is shown. */
export function goalCommentBeats(
  app: App,
  calendar: Calendar,
  between: { personId: string; serviceId: string },
  worker: () => Promise<AccountScope>,
): { at: Date; run(): Promise<void> }[] {
  return said.map(({ day, time, text }, place) => ({
    at: calendar.at(day, time),
    run: async () => {
      const scope = await worker()
      const shared = await app.runner.run(listSharedGoals, scope, between)
      const { goals } = shared as { goals: { goalId: string; state: string }[] }
      const goalId = goals.find(({ state }) => state === 'active')?.goalId
      await app.runner.run(writeComment, scope, {
        ...between,
        goalId,
        commentId: demoId(`goal comment ${place}`),
        text,
      })
    },
  }))
}
