import type { OutboxItem } from '@weft/channels/client'
import { type Act, type ActNoun, nounOf } from './unsent.ts'

const wholeNouns = [
  'share',
  'goal',
  'step',
  'suggestion',
  'suggestedStep',
  'goalComment',
] as const satisfies readonly ActNoun[]
const acts = [
  'sleep.log',
  'sleep.logFull',
  'problem.rate',
  'problem.add',
  'problem.rename',
  'problem.resume',
  'mood.log',
  'moment.mark',
  'diary.edit',
  'coping.change',
  'safetyPlan.save',
  'aboutMe.save',
] as const satisfies readonly Act[]

/** What the screen at its place says and settles itself when the server refuses it. Everything else is said by refused-acts.tsx. */
const saidByScreens: ReadonlySet<string> = new Set<string>([...wholeNouns, ...acts])

/** Nouns of which something is left to say when it is refused. */
export type LeftNoun = Exclude<ActNoun, (typeof wholeNouns)[number]>

/** Whether no screen of its own says that this was refused. */
export const isLeftToSay = (item: OutboxItem): boolean =>
  !saidByScreens.has(nounOf(item)) && !saidByScreens.has(item.push ?? '')
