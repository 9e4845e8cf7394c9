import { upsert } from '../own/part.ts'
import type { Diary, DiaryEntry } from './shapes.ts'

const latest = (a: string, b: string) => (a < b ? 1 : a > b ? -1 : 0)
/** Newest first, in which order the server gives them as well. */
export const inOrder = (a: DiaryEntry, b: DiaryEntry): number =>
  latest(a.writtenAt, b.writtenAt) || latest(a.entryId, b.entryId)

export const withEntry = (diary: Diary, entry: DiaryEntry): Diary => ({
  ...withPinned(diary, entry.deletedAt && diary.pinnedId === entry.entryId ? undefined : diary.pinnedId),
  entries: upsert(diary.entries, entry, (one) => one.entryId, inOrder),
})

export const withPinned = ({ entries }: Diary, pinnedId: string | undefined): Diary => ({
  entries,
  ...(pinnedId && { pinnedId }),
})
