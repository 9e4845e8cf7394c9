import type { OwnState } from '@weft/contract/own/parts.ts'
import { pinnedOf } from '@weft/contract/plans/slice.ts'
import type { Owned } from './own-context.ts'

/**
 * What of the person's own plans stands in Get help now: whom they would ask, what has helped, and the way to the plan. From this phone, so the
 * same with no signal. Under another hat, signed out or locked there is none of it, nor a hint that there is.
 */
export function helpOf(state: OwnState | undefined): Owned['help'] {
  const { safetyPlan, coping = [] } = state?.plans ?? {}
  const people = safetyPlan && !safetyPlan.deletedAt ? safetyPlan.parts.people.items : []
  return {
    people: people.flatMap(({ text, phone }) => (phone ? [{ name: text, phone }] : [])),
    ideas: pinnedOf(coping).map((idea) => idea.words),
    planHref: '/plan/safety',
  }
}
