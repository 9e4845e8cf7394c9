import { suggestedGoalsChannel } from '@weft/contract/goals/team.ts'
import type { Feature } from '../../platform/feature.ts'
import { see, withdraw, write } from './comments.ts'
import { eraseDeleted } from './erase-deleted.ts'
import { history } from './history.ts'
import { listShared } from './list-shared.ts'
import { listeners } from './listeners.ts'
import { loadGoals } from './load-goals.ts'
import { ownActs } from './own-acts.ts'
import { permissions } from './policy.ts'
import { portable } from './portable.ts'
import { subject } from './subject.ts'
import { offerStep } from './suggest-step.ts'
import { list, offer } from './suggestions.ts'
import { rate, tick } from './tick-together.ts'

export const feature: Feature = {
  name: 'goals',
  tables: ['goal', 'goal_step', 'goal_rating', 'goal_version', 'suggested_goal', 'suggested_step', 'goal_comment'],
  permissions,
  operations: [...ownActs, see, history, listShared, tick, rate, offerStep, write, withdraw, list, offer],
  channels: [suggestedGoalsChannel],
  jobs: [eraseDeleted],
  listeners,
  subject,
  portable,
  own: async (ctx, personId) => ({ goals: await loadGoals(ctx, personId) }),
}
