import * as z from 'zod/mini'
import { defineOwnSlice, upsert } from '../own/part.ts'
import { Id } from '../scalars.ts'
import { Export } from './shapes.ts'

/** The files that somebody asked for and may still open, newest first. */
export const Exports = z.object({ exports: z.array(Export) })

const newest = (a: Export, b: Export) =>
  a.askedAt > b.askedAt || (a.askedAt === b.askedAt && a.exportId > b.exportId) ? -1 : 1

/** Asking for a file is no act of the feed: it needs the server, and a sign-in that is fresh. What came of it is told to every device. */
export const exportsSlice = defineOwnSlice({
  state: Exports,
  empty: { exports: [] },
  events: { 'export.changed': Export, 'export.erased': z.object({ exportId: Id }) },
  apply: {
    'export.changed': (slice, row) => ({ exports: upsert(slice?.exports ?? [], row, (one) => one.exportId, newest) }),
    'export.erased': (slice, { exportId }) => ({
      exports: (slice?.exports ?? []).filter((one) => one.exportId !== exportId),
    }),
  },
})
