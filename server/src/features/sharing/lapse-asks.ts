import { ASK_WAITS_DAYS } from '@weft/contract/sharing/shapes.ts'
import type { Job } from '../../platform/feature.ts'
import { closeAsks, DAY_MS } from './ask-rows.ts'

const BATCH = 100

/** What nobody answered in time is asked no longer. To the team that looks like any other ask. */
export const lapseAsks: Job = {
  name: 'sharing.lapseAsks',
  everySeconds: 3_600,
  async run({ act, now }) {
    const before = new Date(now().getTime() - ASK_WAITS_DAYS * DAY_MS)
    const lapse = () =>
      act('jobs', async (ctx) => {
        const { rows } = await ctx.tx.query(
          `select id, person_id from share_ask where state = 'waiting' and created_at <= $1 order by id limit ${BATCH} for update skip locked`,
          [before],
        )
        for (const { id: askId, person_id: personId } of rows) await closeAsks(ctx, { personId, askId }, 'lapsed')
        return rows.length
      })
    while ((await lapse()) === BATCH);
  },
}
