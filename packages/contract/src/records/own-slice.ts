import * as z from 'zod/mini'
import { defineOwnSlice, upsert } from '../own/part.ts'
import { newestCopyFirst, RecordCopy } from './shapes.ts'

/** The copies that teams saved of what a person shared, newest first. Theirs to know of, not theirs to change. */
export const recordsSlice = defineOwnSlice({
  state: z.object({ copies: z.array(RecordCopy) }),
  empty: { copies: [] },
  events: { 'copy.added': RecordCopy },
  apply: {
    'copy.added': (slice, copy) => ({
      copies: upsert(slice.copies, copy, ({ copyId }) => copyId, newestCopyFirst),
    }),
  },
})
