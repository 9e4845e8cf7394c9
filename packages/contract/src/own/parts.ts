import type { EventMeta } from '@weft/channels/define'
import * as z from 'zod/mini'
import { diaryPart } from '../diary/own.ts'
import { goalsPart } from '../goals/own.ts'
import { exportsPart } from '../my-data/own.ts'
import { remindersPart } from '../notifications/own.ts'
import { plansPart } from '../plans/own.ts'
import { questionsPart } from '../questionnaires/own.ts'
import { recordsPart } from '../records/own.ts'
import { sharingPart } from '../sharing/own.ts'
import { tipsPart } from '../tips/own.ts'
import { trackersPart } from '../trackers/own.ts'
import { choicesPart } from './choices.ts'
import type { AnyOwnPart } from './part.ts'

/** Everything a person owns, noun by noun. The key is the slice's name in the state. */
export const ownParts = {
  choices: choicesPart,
  questions: questionsPart,
  diary: diaryPart,
  exports: exportsPart,
  goals: goalsPart,
  plans: plansPart,
  records: recordsPart,
  reminders: remindersPart,
  sharing: sharingPart,
  tips: tipsPart,
  trackers: trackersPart,
} satisfies Record<string, AnyOwnPart>

export type OwnParts = typeof ownParts
export type OwnPartName = keyof OwnParts
export type OwnState = { [Name in OwnPartName]: z.infer<OwnParts[Name]['state']> }

type Part = OwnParts[OwnPartName]
type All<Each> = (Each extends unknown ? (one: Each) => void : never) extends (all: infer Both) => void ? Both : never
export type OwnEvents = All<Part['events']>
export type OwnPushes = All<Part['pushes']>

type Shape = { [Name in OwnPartName]: OwnParts[Name]['state'] }
const entries = Object.entries(ownParts) as [OwnPartName, AnyOwnPart][]

export const OwnState = z.object(
  Object.fromEntries(entries.map(([name, { state }]) => [name, state])) as Shape,
) as unknown as z.ZodMiniType<OwnState>

export const ownEvents = Object.assign({}, ...entries.map(([, part]) => part.events)) as OwnEvents
export const ownPushes = Object.assign({}, ...entries.map(([, part]) => part.pushes)) as OwnPushes

/** What somebody with nothing has. */
export const nothingOwned = Object.fromEntries(entries.map(([name, { empty }]) => [name, empty])) as OwnState

// biome-ignore lint/suspicious/noExplicitAny: each function of a part is made for its own slice
type OnSlice = (slice: any, data: any, more: any) => unknown

/** A part's function of its slice, as one of the whole state. */
function lifted(pick: (part: AnyOwnPart) => Record<string, OnSlice>) {
  return Object.fromEntries(
    entries.flatMap(([name, part]) =>
      Object.entries(pick(part)).map(([key, change]) => [
        key,
        (state: OwnState, data: unknown, more: unknown): OwnState => {
          const slice = change(state[name], data, more)
          return slice === state[name] ? state : ({ ...state, [name]: slice } as OwnState)
        },
      ]),
    ),
  )
}

export const applyOwn = lifted((part) => part.apply) as unknown as {
  // biome-ignore lint/suspicious/noExplicitAny: each part's own types were checked where it was defined
  [Name in keyof OwnEvents]: (state: OwnState, data: any, meta: EventMeta) => OwnState
}

const foreseen = lifted((part) => part.foresee)

/** The state once this push of the device, made at the instant `at`, has been done. */
export function foresee(state: OwnState, push: string, input: unknown, at: string): OwnState {
  return foreseen[push]?.(state, input, at) ?? state
}
