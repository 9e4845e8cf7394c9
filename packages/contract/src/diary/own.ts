import { defineOwnPart } from '../own/part.ts'
import * as acts from './acts.ts'
import { deleteEntry, editEntry, pinEntry, restoreEntry, writeEntry } from './operations.ts'
import { diarySlice } from './own-slice.ts'
import type { Diary } from './shapes.ts'
import { withEntry, withPinned } from './slice.ts'

/** What an act will have done to the entry it names; where it will be refused, things stay as they are. */
const foreseen =
  <Input extends { entryId: string }>(act: acts.Act<Input>) =>
  (diary: Diary, input: Input, at: string): Diary => {
    const entry = diary.entries.find((one) => one.entryId === input.entryId)
    const after = act(entry, input, at)
    return typeof after === 'string' || after === entry ? diary : withEntry(diary, after)
  }

/** What can be done with it. */
export const diaryPart = defineOwnPart({
  ...diarySlice,
  pushes: {
    'diary.write': writeEntry,
    'diary.edit': editEntry,
    'diary.pin': pinEntry,
    'diary.delete': deleteEntry,
    'diary.restore': restoreEntry,
  },
  foresee: {
    'diary.write': foreseen(acts.write),
    'diary.edit': foreseen(acts.edit),
    'diary.pin': (diary, input) => withPinned(diary, acts.pinned(diary, input)),
    'diary.delete': foreseen(acts.remove),
    'diary.restore': foreseen(acts.restore),
  },
})
