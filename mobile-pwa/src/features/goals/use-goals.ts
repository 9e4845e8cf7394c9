import type { OutboxItem } from '@weft/channels/client'
import type { goalsPart } from '@weft/contract/goals/own.ts'
import type { Goal } from '@weft/contract/goals/shapes.ts'
import { useCallback, useMemo } from 'react'
import type * as z from 'zod/mini'
import { useOwn } from '../../shell/own.tsx'

type Acts = typeof goalsPart.pushes
export type ActName = keyof Acts & string
export type ActInput<Name extends ActName> = Omit<z.input<Acts[Name]['input']>, 'personId' | 'changeId' | 'at'>
export type Act = <Name extends ActName>(name: Name, input: ActInput<Name>) => Promise<void>

/** The person's goals on this device, and what can be done about them; each act says when it was done. */
export function useGoals() {
  const { slice: goals, push, refused, discard, isKnown } = useOwn('goals')
  const act = useCallback<Act>((name, input) => push(name, { ...input, at: new Date().toISOString() } as never), [push])
  const ours = useMemo(() => refused.filter(isOfGoals), [refused])
  return { goals, act, refused: ours, discard, isKnown }
}

const isOfGoals = ({ push = '' }: OutboxItem) => /^(goal|step|suggestion|suggestedStep)\./.test(push)

/** Which goal an act on its way is about. */
export const goalOf = ({ input }: OutboxItem): string | undefined =>
  (input.goalId ?? input.suggestionId) as string | undefined

/** The wider choice that a goal is seen by too, while it is not kept from it. */
export const typeScopeOf = ({ visibility, type }: Goal): string | undefined =>
  visibility === 'shared' ? `goals:${type}` : undefined

/** With whom a goal is shared, by name of service; nobody is only me. */
export function useSharedWith(): (goal: Goal) => string[] {
  const { slice } = useOwn('sharing')
  return useCallback(
    ({ goalId, type, visibility }) => {
      const isOver = (scope: string) =>
        scope === `goal:${goalId}` || (visibility === 'shared' && scope === `goals:${type}`)
      const ids = new Set(slice.shares.filter((share) => isOver(share.scope)).map((share) => share.serviceId))
      return slice.services.filter((service) => ids.has(service.serviceId)).map((service) => service.name)
    },
    [slice],
  )
}
