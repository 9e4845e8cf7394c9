import type { InputOf } from '../operation.ts'
import type { addCoping, changeCoping, pinCoping, tapCoping, untapCoping } from './operations.ts'
import { COPING_MAX, type CopingStrategy, PINNED_MAX, TAPS_HELD } from './shapes.ts'
import { pinnedOf, type Refusal, type Strategies } from './slice.ts'

/**
 * The rows that an act changes, as they are then, or why it is not done; the rule of the device and of the server alike. None when
 * there is nothing to do, so doing it again is doing it once. `at` is the clock of whoever asks.
 */
export type CopingAct<Input> = (all: Strategies, input: Input, at: string) => Strategies | Refusal

type Words = Pick<CopingStrategy, 'words' | 'whenToUse' | 'trigger'>
const wordsOf = ({ words, whenToUse, trigger }: Words): Words => ({
  words,
  ...(whenToUse && { whenToUse }),
  ...(trigger && { trigger }),
})
const saysTheSame = (a: Words, b: Words) =>
  a.words === b.words && a.whenToUse === b.whenToUse && a.trigger === b.trigger

export const addStrategy: CopingAct<InputOf<typeof addCoping>> = (all, input, at) => {
  const known = all.find((one) => one.copingId === input.copingId)
  if (known) return saysTheSame(known, input) || known.version > 1 ? [] : 'same-id-other-words'
  if (all.filter((one) => !one.deletedAt).length >= COPING_MAX) return 'wrong-state'
  const counts = { usedCount: 0, helpedCount: 0, taps: [] }
  const { copingId, visibility = 'private' } = input
  return [{ copingId, ...wordsOf(input), ...counts, visibility, version: 1, createdAt: at }]
}

export const changeStrategy: CopingAct<InputOf<typeof changeCoping>> = (all, input) =>
  onOne(all, input, (one) => {
    if (one.deletedAt) return 'conflict'
    const { visibility = one.visibility } = input
    if (saysTheSame(one, input)) return visibility === one.visibility ? one : { ...one, visibility }
    if (one.version > input.baseVersion) return 'conflict'
    const { words: _words, whenToUse: _when, trigger: _trigger, ...kept } = one
    return { ...kept, ...wordsOf(input), visibility, version: one.version + 1 }
  })

const counted = { used: 'usedCount', helped: 'helpedCount' } as const

export const tapStrategy: CopingAct<InputOf<typeof tapCoping>> = (all, input, at) =>
  onOne(all, input, (one) => {
    const { tapId, kind } = input
    if (one.taps.some((tap) => tap.tapId === tapId)) return one
    const taps = [{ tapId, kind, at }, ...one.taps].slice(0, TAPS_HELD)
    return { ...one, [counted[kind]]: one[counted[kind]] + 1, taps }
  })

export const untapStrategy: CopingAct<InputOf<typeof untapCoping>> = (all, input) =>
  onOne(all, input, (one) => {
    const tap = one.taps.find(({ tapId }) => tapId === input.tapId)
    if (!tap) return one
    const taps = one.taps.filter(({ tapId }) => tapId !== input.tapId)
    return { ...one, [counted[tap.kind]]: one[counted[tap.kind]] - 1, taps }
  })

export const pinStrategy: CopingAct<InputOf<typeof pinCoping>> = (all, { copingId, isPinned }, at) => {
  const changed = onOne(all, { copingId }, (one) => {
    if (!isPinned) return unpinned(one)
    return one.pinnedAt || one.deletedAt ? one : { ...one, pinnedAt: at }
  })
  if (!isPinned || typeof changed === 'string' || changed.length === 0) return changed
  const others = pinnedOf(all)
  return [...changed, ...others.slice(0, Math.max(0, others.length - PINNED_MAX + 1)).map(unpinned)]
}

export const removeStrategy: CopingAct<{ copingId: string }> = (all, input, at) =>
  onOne(all, input, (one) => (one.deletedAt ? one : { ...unpinned(one), deletedAt: at }))

export const restoreStrategy: CopingAct<{ copingId: string }> = (all, input) =>
  onOne(all, input, (one) => {
    const { deletedAt, ...kept } = one
    return deletedAt ? kept : one
  })

function onOne(
  all: Strategies,
  { copingId }: { copingId: string },
  act: (one: CopingStrategy) => CopingStrategy | Refusal,
): Strategies | Refusal {
  const one = all.find((strategy) => strategy.copingId === copingId)
  if (!one) return 'not-found'
  const next = act(one)
  if (typeof next === 'string') return next
  return next === one ? [] : [next]
}

function unpinned(one: CopingStrategy): CopingStrategy {
  const { pinnedAt, ...kept } = one
  return pinnedAt ? kept : one
}
