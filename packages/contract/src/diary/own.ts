import * as z from 'zod/mini'
import { defineOwnPart } from '../own/part.ts'
import { Id } from '../scalars.ts'
import * as acts from './acts.ts'
import { deleteEntry, editEntry, pinEntry, restoreEntry, writeEntry } from './operations.ts'
import { Diary, DiaryEntry } from './shapes.ts'

/** What an act will have done to the entry it names; where it will be refused, things stay as they are. */
const foreseen =
  <Input extends { entryId: string }>(act: acts.Act<Input>) =>
  (diary: Diary, input: Input, at: string): Diary => {
    const entry = diary.entries.find((one) => one.entryId === input.entryId)
    const after = act(entry, input, at)
    return typeof after === 'string' || after === entry ? diary : acts.withEntry(diary, after)
  }

/** A person's diary in the feed of everything they own. */
export const diaryPart = defineOwnPart({
  state: Diary,
  empty: { entries: [] },
  events: {
    /** Written, changed, deleted or put back: the whole entry as it is now. */
    'diary.written': DiaryEntry,
    'diary.pinned': z.object({ entryId: z.optional(Id) }),
    /** For good. */
    'diary.erased': z.object({ entryId: Id }),
  },
  pushes: {
    'diary.write': writeEntry,
    'diary.edit': editEntry,
    'diary.pin': pinEntry,
    'diary.delete': deleteEntry,
    'diary.restore': restoreEntry,
  },
  apply: {
    'diary.written': acts.withEntry,
    'diary.pinned': (diary, { entryId }) => acts.withPinned(diary, entryId),
    'diary.erased': (diary, { entryId }) => ({
      ...diary,
      entries: diary.entries.filter((one) => one.entryId !== entryId),
    }),
  },
  foresee: {
    'diary.write': foreseen(acts.write),
    'diary.edit': foreseen(acts.edit),
    'diary.pin': (diary, input) => acts.withPinned(diary, acts.pinned(diary, input)),
    'diary.delete': foreseen(acts.remove),
    'diary.restore': foreseen(acts.restore),
  },
})
