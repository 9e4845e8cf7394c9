import { UNDO_DAYS } from '@weft/contract/diary/shapes.ts'
import type { Job } from '../../platform/feature.ts'
import type {} from '../access/facts.ts'
import { publishOwn } from '../own/own-change.ts'

const DAY_MS = 86_400_000
const BATCH = 200

/** Erases for good what was deleted longer ago than it can be put back. */
const eraseDeleted: Job = {
  name: 'diary.eraseDeleted',
  everySeconds: 3_600,
  async run({ act, now }) {
    const before = new Date(now().getTime() - UNDO_DAYS * DAY_MS)
    for (let erased = BATCH; erased === BATCH; ) {
      erased = await act('jobs', async (ctx) => {
        const { rows } = await ctx.tx.asSystem('erasure', () =>
          ctx.tx.query(
            `delete from diary_entry where id in (select id from diary_entry where deleted_at < $1 order by person_id, id limit ${BATCH}
               for update skip locked) returning id, person_id`,
            [before],
          ),
        )
        for (const { id, person_id } of rows) {
          await publishOwn(ctx, person_id, 'diary.erased', { entryId: id })
          await ctx.announce('personal.erased', { personId: person_id, scope: `diary:${id}` })
        }
        return rows.length
      })
    }
  },
}

export const jobs = [eraseDeleted]
