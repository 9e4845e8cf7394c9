import { localDate } from '../conversations/zone-time.ts'
import type { InputOf } from '../operation.ts'
import { PERSON_ZONE } from '../scalars.ts'
import type { editEntry, pinEntry, writeEntry } from './operations.ts'
import type { Diary, DiaryEntry } from './shapes.ts'

/** Why an act is not done. The server answers it as a problem; a device that foresees it shows things as they are. */
export type Refusal = 'not-found' | 'conflict' | 'same-id-other-words'

/**
 * What an act makes of an entry, or why not; the rule of the device and of the server alike. `at` is the clock of whoever asks. Answers the
 * same object when there is nothing to do, so doing it again is doing it once.
 */
export type Act<Input> = (entry: DiaryEntry | undefined, input: Input, at: string) => DiaryEntry | Refusal

type Said = Pick<DiaryEntry, 'text' | 'prompt' | 'mood'>

const words = ({ text, prompt, mood }: Said): Said => ({ text, ...(prompt && { prompt }), ...(mood && { mood }) })
const saysTheSame = (a: Said, b: Said) => a.text === b.text && a.prompt === b.prompt && a.mood === b.mood

export const write: Act<InputOf<typeof writeEntry>> = (entry, input, at) => {
  if (entry) return saysTheSame(entry, input) || entry.version > 1 ? entry : 'same-id-other-words'
  const writtenAt = new Date(Math.min(Date.parse(input.writtenAt), Date.parse(at))).toISOString()
  return {
    entryId: input.entryId,
    ...words(input),
    writtenAt,
    forDate: localDate(Date.parse(writtenAt), PERSON_ZONE),
    visibility: 'private',
    version: 1,
    changedAt: at,
  }
}

export const edit: Act<InputOf<typeof editEntry>> = (entry, input, at) => {
  if (!entry) return 'not-found'
  if (entry.deletedAt) return 'conflict'
  if (saysTheSame(entry, input)) return entry
  if (entry.version > input.baseVersion) return 'conflict'
  const { text: _text, prompt: _prompt, mood: _mood, ...kept } = entry
  return { ...kept, ...words(input), version: entry.version + 1, changedAt: at }
}

export const remove: Act<unknown> = (entry, _, at) => {
  if (!entry) return 'not-found'
  return entry.deletedAt ? entry : { ...entry, deletedAt: at, changedAt: at }
}

export const restore: Act<unknown> = (entry, _, at) => {
  if (!entry) return 'not-found'
  const { deletedAt, ...kept } = entry
  return deletedAt ? { ...kept, changedAt: at } : entry
}

/** Which entry is pinned once this is done; a deleted one is not pinned. */
export function pinned({ pinnedId, entries }: Diary, input: InputOf<typeof pinEntry>): string | undefined {
  const { entryId, isPinned } = input
  if (!isPinned) return pinnedId === entryId ? undefined : pinnedId
  return entries.some((one) => one.entryId === entryId && !one.deletedAt) ? entryId : pinnedId
}
