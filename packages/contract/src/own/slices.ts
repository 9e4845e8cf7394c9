import type { EventMeta } from '@weft/channels/define'
import * as z from 'zod/mini'
import { diarySlice } from '../diary/own-slice.ts'
import { goalsSlice } from '../goals/own-slice.ts'
import { exportsSlice } from '../my-data/own-slice.ts'
import { remindersSlice } from '../notifications/own-slice.ts'
import { plansSlice } from '../plans/own-slice.ts'
import { questionsSlice } from '../questionnaires/own-slice.ts'
import { recordsSlice } from '../records/own-slice.ts'
import { sharingSlice } from '../sharing/own-slice.ts'
import { tipsSlice } from '../tips/own-slice.ts'
import { trackersSlice } from '../trackers/own-slice.ts'
import { choicesPart } from './choices.ts'
import type { AnyOwnSlice } from './part.ts'

/** Everything a person owns, noun by noun. The key is the slice's name in the state. */
export const ownSlices = {
  choices: choicesPart,
  questions: questionsSlice,
  diary: diarySlice,
  exports: exportsSlice,
  goals: goalsSlice,
  plans: plansSlice,
  records: recordsSlice,
  reminders: remindersSlice,
  sharing: sharingSlice,
  tips: tipsSlice,
  trackers: trackersSlice,
} satisfies Record<string, AnyOwnSlice>

type OwnSlices = typeof ownSlices
export type OwnSliceName = keyof OwnSlices
export type OwnState = { [Name in OwnSliceName]: z.infer<OwnSlices[Name]['state']> }

/** Of several, all in one. */
export type All<Each> = (Each extends unknown ? (one: Each) => void : never) extends (all: infer Both) => void
  ? Both
  : never
export type OwnEvents = All<OwnSlices[OwnSliceName]['events']>

type Shape = { [Name in OwnSliceName]: OwnSlices[Name]['state'] }
const entries = Object.entries(ownSlices) as [OwnSliceName, AnyOwnSlice][]

export const OwnState = z.object(
  Object.fromEntries(entries.map(([name, { state }]) => [name, state])) as Shape,
) as unknown as z.ZodMiniType<OwnState>

export const ownEvents = Object.assign({}, ...entries.map(([, slice]) => slice.events)) as OwnEvents

/** What somebody with nothing has. */
export const nothingOwned = Object.fromEntries(entries.map(([name, { empty }]) => [name, empty])) as OwnState

// biome-ignore lint/suspicious/noExplicitAny: each function is made for its own slice
type OnSlice = (slice: any, data: any, more: any) => unknown

/** The functions of each slice, by name, as those of the whole state. */
export function lifted(all: readonly [OwnSliceName, Record<string, OnSlice>][]) {
  return Object.fromEntries(
    all.flatMap(([name, functions]) =>
      Object.entries(functions).map(([key, change]) => [
        key,
        (state: OwnState, data: unknown, more: unknown): OwnState => {
          const slice = change(state[name], data, more)
          return slice === state[name] ? state : ({ ...state, [name]: slice } as OwnState)
        },
      ]),
    ),
  )
}

export const applyOwn = lifted(entries.map(([name, { apply }]) => [name, apply])) as unknown as {
  // biome-ignore lint/suspicious/noExplicitAny: each slice's own types were checked where it was defined
  [Name in keyof OwnEvents]: (state: OwnState, data: any, meta: EventMeta) => OwnState
}
