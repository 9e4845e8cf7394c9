import type { EventMeta, OutputOf, Schema } from '@weft/channels/define'
import * as z from 'zod/mini'
import type { Operation } from '../operation.ts'
import { Id, whole } from '../scalars.ts'

/**
 * How one noun stands in the feed of everything a person owns (`own:{personId}`): its slice of the state, and what its facts do to it. All that
 * showing it needs, and so all that the app loads before its first screen; what can be done comes with the part.
 */
export interface OwnSlice<State extends z.core.$ZodType, Events extends Record<string, Schema>> {
  /** The slice. Only ever widen it: a phone keeps what it was given, and an older phone reads what a newer server says. */
  readonly state: State
  /** The slice of somebody who has nothing yet. */
  readonly empty: z.infer<State>
  /** Facts, past tense. They carry whole rows, so that applying one twice is applying it once. */
  readonly events: Events
  readonly apply: {
    [Name in keyof Events]: (slice: z.infer<State>, data: OutputOf<Events[Name]>, meta: EventMeta) => z.infer<State>
  }
}

/** What one noun brings to the feed: its slice, its commands, and what they do to the slice. Pure, and the same on the server and the app. */
export interface OwnPart<
  State extends z.core.$ZodType,
  Events extends Record<string, Schema>,
  // biome-ignore lint/suspicious/noExplicitAny: operations of every shape
  Pushes extends Record<string, Operation<any, any>>,
> extends OwnSlice<State, Events> {
  /** Commands that work with no signal. Their input names `ownChange`; they answer nothing. */
  readonly pushes: Pushes
  /**
   * What a push that is still on this device will have done, for the screen to show before the server has it. `at` is when it was
   * made here. Upserts by id: for a moment a thing is both on its way and already in the slice.
   */
  readonly foresee: {
    [Name in keyof Pushes]: (slice: z.infer<State>, input: z.infer<Pushes[Name]['input']>, at: string) => z.infer<State>
  }
}

/** A slice, and a part, of whatever noun. */
// biome-ignore lint/suspicious/noExplicitAny: each noun's functions are made for its own slice, so only any stands for every one
export type AnyOwnSlice = OwnSlice<any, any>
// biome-ignore lint/suspicious/noExplicitAny: as above
export type AnyOwnPart = OwnPart<any, any, any>

/* @__NO_SIDE_EFFECTS__ */
export function defineOwnSlice<const State extends z.core.$ZodType, const Events extends Record<string, Schema>>(
  slice: OwnSlice<State, Events>,
): OwnSlice<State, Events> {
  return slice
}

/* @__NO_SIDE_EFFECTS__ */
export function defineOwnPart<
  const State extends z.core.$ZodType,
  const Events extends Record<string, Schema>,
  // biome-ignore lint/suspicious/noExplicitAny: operations of every shape
  const Pushes extends Record<string, Operation<any, any>>,
>(part: OwnPart<State, Events, Pushes>): OwnPart<State, Events, Pushes> {
  return part
}

/**
 * In the input of every command of the own feed: whose it is, and the id that the device gave this one act. Doing an act twice is
 * doing it once, for ever; the same id for another act is refused with `same-id-other-words`.
 */
export const ownChange = { personId: Id, changeId: Id }

/**
 * In the input of every command that changes words: the version that its writer saw, 0 when there was none; and the change of this device
 * that was to make that version where it was still unsent (`standsOn`). What stands on something refused is `conflict`.
 */
export const ownWords = { baseVersion: whole(0, Number.MAX_SAFE_INTEGER), onTopOf: z.optional(Id) }

/** Puts rows in, each over the one of its id, and keeps the list in its order. */
export function upsert<Row>(
  rows: readonly Row[],
  added: Row | readonly Row[],
  idOf: (row: Row) => string,
  order: (a: Row, b: Row) => number,
): Row[] {
  const fresh = Array.isArray(added) ? (added as readonly Row[]) : [added as Row]
  const ids = new Set(fresh.map(idOf))
  return [...rows.filter((row) => !ids.has(idOf(row))), ...fresh].sort(order)
}
