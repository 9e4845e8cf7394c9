import { type Goal, goalTypes } from '@weft/contract/goals/shapes.ts'
import type { OwnState } from '@weft/contract/own/parts.ts'
import { kindOfScope } from '@weft/contract/sharing/shapes.ts'
import type { Dates } from '../../words/dates.ts'
import type { Words } from '../../words/words.ts'

type Say = Words['privacy']

/** A thing in a sentence: “{service} can see this goal, its steps and ratings, from now.” */
export const whatOf = (scope: string, say: Say): string => {
  const type = goalTypes.find((one) => scope === `goals:${one}`)
  return type ? say.goalsOf[type] : say.what[kindOfScope(scope)]
}

/** Something that can be shared, by the name its owner knows it by. */
export interface Thing {
  scope: string
  name: string
  /** Where it is looked after. */
  href: string
}

/**
 * Everything of a person's that they share or could, in the order of their screens. Of the diary only what is shared: the rest is a list
 * of its own, and each entry has its choice beside it. A goal that is seen because its type is shared stands under its type.
 */
export function thingsOf(state: OwnState, say: Say, dates: Dates): Thing[] {
  const isShared = (scope: string) => state.sharing.shares.some((share) => share.scope === scope)
  const kind = (scope: 'sleep' | 'mood' | 'coping' | 'safety_plan' | 'about_me', href: string): Thing => ({
    scope,
    name: say.what[scope],
    href,
  })
  const goals = state.goals.goals.filter((one) => !one.deletedAt)
  const isUnderType = ({ type, visibility, goalId }: Goal) =>
    visibility === 'shared' && isShared(`goals:${type}`) && !isShared(`goal:${goalId}`)
  return [
    kind('sleep', '/track'),
    kind('mood', '/track'),
    ...state.trackers.problems
      .filter((one) => one.state !== 'retired' || isShared(`problem:${one.problemId}`))
      .map((one) => ({
        scope: `problem:${one.problemId}`,
        name: one.words,
        href: `/track/problems/${one.problemId}`,
      })),
    ...goals
      .filter((one) => !isUnderType(one))
      .map((one) => ({ scope: `goal:${one.goalId}`, name: one.words, href: `/goals/${one.goalId}` })),
    ...goalTypes
      .filter((type) => isShared(`goals:${type}`) || goals.some((one) => one.type === type))
      .map((type) => ({ scope: `goals:${type}`, name: say.goalsOf[type], href: '/goals' })),
    ...state.diary.entries
      .filter((one) => !one.deletedAt && isShared(`diary:${one.entryId}`))
      .map((one) => ({
        scope: `diary:${one.entryId}`,
        name: say.diaryOf(dates.day(one.writtenAt)),
        href: `/diary/${one.entryId}`,
      })),
    kind('coping', '/plan'),
    kind('safety_plan', '/plan/safety'),
    kind('about_me', '/plan/about'),
  ]
}

/** The name of whatever is shared, should it no longer be among the things of this device. */
export const nameOf = (things: readonly Thing[], scope: string, say: Say): string =>
  things.find((thing) => thing.scope === scope)?.name ?? whatOf(scope, say)
