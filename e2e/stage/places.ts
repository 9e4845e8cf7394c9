import { readFileSync } from 'node:fs'
import { addReminder } from '@weft/contract/notifications/operations.ts'
import { getOwn } from '@weft/contract/own/operations.ts'
import type { OwnState } from '@weft/contract/own/parts.ts'
import { match } from '../../mobile-pwa/src/shell/paths.ts'
import type { Actor } from './test.ts'

/** The patterns of the people's app, in the order in which they are tried. Its table draws screens, so it is read as text. */
function patterns(): string[] {
  const table = readFileSync(new URL('../../mobile-pwa/src/shell/routes.tsx', import.meta.url), 'utf8')
  return [...table.matchAll(/\{ pattern: '([^']+)'/g)].map(([, pattern]) => pattern as string)
}

/** Patterns to which none of these places belongs. A place may be given as its pattern. */
export function notLookedAt(places: readonly string[]): string[] {
  const all = patterns()
  const found = new Set(places.map((place) => all.find((pattern) => match(pattern, place))))
  return all.filter((pattern) => !found.has(pattern))
}

/** Pages of single things, which have addresses only once somebody has them. */
export const placesOfTheirOwn = {
  patterns: [
    '/goals/:id',
    '/goals/:id/edit',
    '/track/problems/:id',
    '/track/problems/:id/:date',
    '/questions/:id',
    '/diary/:id',
    '/plan/coping/:id',
    '/plan/care/:serviceId',
    '/settings/reminders/:id',
    '/privacy/copies/:id',
    '/privacy/leave/:id',
  ],
  async of({ act, session }: Actor): Promise<string[]> {
    const { personId } = session
    const reminderId = crypto.randomUUID()
    const what = { about: 'sleep', times: ['09:00'], days: [1, 2, 3, 4, 5, 6, 7], zone: 'Europe/London' }
    await act(addReminder.name, { personId, changeId: crypto.randomUUID(), reminderId, ...what })
    const own = await act<OwnState>(getOwn.name, { personId })
    const goalId = own.goals.goals.find((goal) => goal.state === 'active' && !goal.deletedAt)?.goalId
    const problemId = own.trackers.problems.find((problem) => problem.state === 'active')?.problemId
    const entry = own.diary.entries.find((one) => !one.deletedAt)
    const idea = own.plans.coping.find((one) => !one.deletedAt)
    const day = own.trackers.sleep[0]?.forDate
    return [
      `/goals/${goalId}`,
      `/goals/${goalId}/edit`,
      `/track/problems/${problemId}`,
      `/track/problems/${problemId}/${day}`,
      ...own.questions.sets.slice(0, 2).map((set) => `/questions/${set.assignmentId}`),
      `/diary/${entry?.entryId}`,
      `/plan/coping/${idea?.copingId}`,
      `/plan/care/${own.plans.carePlans[0]?.serviceId}`,
      `/settings/reminders/${reminderId}`,
      `/privacy/copies/${own.records.copies[0]?.copyId ?? crypto.randomUUID()}`,
      `/privacy/leave/${own.sharing.services[0]?.serviceId}`,
    ]
  },
}
