import type { OwnState } from '@weft/contract/own/parts.ts'
import { shown } from '@weft/contract/trackers/apply.ts'

/** Whether somebody has anything of their own yet. What they deleted is not there, and what their team sent is not of their making. */
export function hasBegun({ trackers, diary, goals, plans }: OwnState): boolean {
  const { sleep, moods, ratings, problems, moments } = shown(trackers)
  return (
    [sleep, moods, ratings, problems, moments].some((all) => all.length > 0) ||
    [diary.entries, goals.goals, plans.coping].some((all) => all.some((one) => !one.deletedAt))
  )
}
