import * as z from 'zod/mini'
import { defineOwnSlice } from '../own/part.ts'
import { Id } from '../scalars.ts'
import { Diary, DiaryEntry } from './shapes.ts'
import { withEntry, withPinned } from './slice.ts'

/** A person's diary in the feed of everything they own. */
export const diarySlice = defineOwnSlice({
  state: Diary,
  empty: { entries: [] },
  events: {
    /** Written, changed, deleted or put back: the whole entry as it is now. */
    'diary.written': DiaryEntry,
    'diary.pinned': z.object({ entryId: z.optional(Id) }),
    /** For good. */
    'diary.erased': z.object({ entryId: Id }),
  },
  apply: {
    'diary.written': withEntry,
    'diary.pinned': (diary, { entryId }) => withPinned(diary, entryId),
    'diary.erased': (diary, { entryId }) => ({
      ...diary,
      entries: diary.entries.filter((one) => one.entryId !== entryId),
    }),
  },
})
