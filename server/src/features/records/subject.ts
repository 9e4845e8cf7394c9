import type { Subject } from '../../platform/feature.ts'
import { findCopy, loadCopies } from './copy-rows.ts'
import { moveCopies } from './move-copies.ts'

/** What records holds about one person, for audit's export, erasure and merge. A closed account leaves it where it is: it is the services'. */
export const subject: Subject = {
  export: (ctx, personId) =>
    ctx.tx.asSystem('access', async () => {
      const copies = await loadCopies(ctx, personId)
      const withContent = []
      for (const copy of copies) withContent.push({ ...copy, content: (await findCopy(ctx, copy.copyId))?.content })
      return { copiesInRecords: withContent }
    }),

  /** Retention's last step. */
  erase: (ctx, personId) =>
    ctx.tx.asSystem('erasure', async () => {
      await ctx.tx.query('delete from record_copy where person_id = $1', [personId])
    }),

  merge: (ctx, fromPersonId, intoPersonId) => moveCopies(ctx, { fromPersonId, intoPersonId }),
}
