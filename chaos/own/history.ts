import type { Outcome } from '../history.ts'

/** What the owners did on their devices, and what their teams were shown, in real time. */
export interface OwnHistory {
  acts: OwnAct[]
  reads: TeamRead[]
  /** What each device of each owner holds at the end. */
  views: OwnView[]
  /** Words of owners that reached a colleague's socket; only what is read by name may hold any. */
  overheard: { onlooker: string; words: string }[]
  /** Notices that left the house, by their ids. */
  pushed: string[]
}

/** One act of an owner on one of their devices. */
export interface OwnAct {
  changeId: string
  push: string
  personId: string
  device: string
  /** Order of doing on its device. */
  order: number
  /** Words that nobody else writes, to know them again wherever they stand. */
  words?: string
  /** The entry of the diary that it is about. */
  entryId?: string
  /** What it sets: the last to be stored is what is true. */
  sets: readonly Setting[]
  /** The text that a change of words was made on, as its device showed it. */
  saw?: string
  invokedAt: number
  endedAt: number | undefined
  outcome: Outcome
  /** Its owner looked at it after it was refused, and let it go. */
  isDiscarded?: true
  /** Why it was refused. */
  code?: string | undefined
}

export interface Setting {
  /** `sleep 2026-11-20 of …`, `mood … removed`, `share … live`. */
  what: string
  to: string
}

/** A colleague asked for what is shared with their service, and was shown these words. */
export interface TeamRead {
  onlooker: string
  personId: string
  words: string[]
  invokedAt: number
  endedAt: number
}

export interface OwnView {
  device: string
  personId: string
  /** All that it shows, as text; the devices of one person must end with equal bytes, and as the server has it. */
  state: string
  /** Acts that were refused and still lie there with their words. */
  refused: string[]
}

/** What is really there once everything has healed, read past every fence. */
export interface OwnTruth {
  /** Acts that were stored. */
  changes: Set<string>
  /** Words that stand somewhere now, as often as they do. */
  words: string[]
  /** Words that stand, or stood once and were kept. */
  kept: Set<string>
  /** What each entry of the diary said, version by version. */
  entries: Map<string, string[]>
  /** What is true now, by `Setting.what`. */
  settings: Map<string, string>
  /** Texts of a goal's steps in their order. */
  steps: Map<string, string[]>
  /** The server's own answer for each person, as text. */
  states: Map<string, string>
  reminders: ReminderTruth[]
}

export interface ReminderTruth {
  reminderId: string
  times: string[]
  zone: string
  firedFrom: number
  firedThrough: number
  /** Something has come and was not told of yet. */
  isBehind: boolean
  /** The stretch in which this account may not be told, if it has one now. */
  isQuiet: boolean
  notices: { noticeId: string; at: number; state: string; sentAt: number | undefined }[]
}
