import { useOwn } from '../../shell/own.tsx'
import { useSharing } from './use-sharing.ts'

/** One of a kind that only its owner sees, and stays so when its kind is shared. `show` lets a service see it by a choice of its own; `hide` takes that back. */
export interface Kept {
  id: string
  show: (serviceId: string) => Promise<void>
  hide: (serviceId: string) => Promise<void>
}

/** Those of the kind `scope`; none of a kind whose things have no choice of their own. */
export function useKept(scope: string): Kept[] {
  const { slice: goals } = useOwn('goals')
  const { slice: plans, push } = useOwn('plans')
  const { shares, start, stop } = useSharing()

  if (scope === 'coping')
    return plans.coping
      .filter(({ deletedAt, visibility }) => !deletedAt && visibility === 'private')
      .map(({ copingId, words, whenToUse, trigger, version: baseVersion }) => {
        const change = (visibility: 'private' | 'shared') =>
          push('coping.change', { copingId, words, whenToUse, trigger, visibility, baseVersion })
        return { id: copingId, show: () => change('shared'), hide: () => change('private') }
      })

  return goals.goals
    .filter(({ type, deletedAt, visibility }) => scope === `goals:${type}` && !deletedAt && visibility === 'private')
    .map(({ goalId }) => ({ goalId, own: `goal:${goalId}` }))
    .filter(({ own }) => !shares.some((share) => share.scope === own))
    .map(({ goalId, own }) => ({
      id: goalId,
      show: (serviceId) => start({ serviceId, scope: own }, 'everything'),
      hide: (serviceId) => stop({ serviceId, scope: own }),
    }))
}
