import { diaryPart } from '../diary/own.ts'
import { goalsPart } from '../goals/own.ts'
import { remindersPart } from '../notifications/own.ts'
import { plansPart } from '../plans/own.ts'
import { questionsPart } from '../questionnaires/own.ts'
import { sharingPart } from '../sharing/own.ts'
import { tipsPart } from '../tips/own.ts'
import { trackersPart } from '../trackers/own.ts'
import { choicesPart } from './choices.ts'
import type { AnyOwnPart } from './part.ts'
import { type All, lifted, type OwnSliceName, type OwnState } from './slices.ts'

export { nothingOwned, type OwnEvents, type OwnState } from './slices.ts'

/** Of what a person owns, that which they can act on. */
const ownParts = {
  choices: choicesPart,
  questions: questionsPart,
  diary: diaryPart,
  goals: goalsPart,
  plans: plansPart,
  reminders: remindersPart,
  sharing: sharingPart,
  tips: tipsPart,
  trackers: trackersPart,
} satisfies Partial<Record<OwnSliceName, AnyOwnPart>>

type OwnParts = typeof ownParts
export type OwnPushes = All<OwnParts[keyof OwnParts]['pushes']>

const entries = Object.entries(ownParts) as [keyof OwnParts, AnyOwnPart][]

export const ownPushes = Object.assign({}, ...entries.map(([, part]) => part.pushes)) as OwnPushes

const foreseen = lifted(entries.map(([name, part]) => [name, part.foresee]))

/** The state once this push of the device, made at the instant `at`, has been done. */
export function foresee(state: OwnState, push: string, input: unknown, at: string): OwnState {
  return foreseen[push]?.(state, input, at) ?? state
}
