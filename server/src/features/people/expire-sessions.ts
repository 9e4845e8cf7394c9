import type { Job } from '../../platform/feature.ts'
import { announceEnd } from './end-sessions.ts'

/**
 * Ends the sessions that nobody may use any more: run out, idle too long, or of an account or a colleague no longer active. Signing in
 * with them is refused from the moment itself; this closes the sockets that were opened before.
 */
export const expireSessions: Job = {
  name: 'session.expire',
  everySeconds: 60,
  async run({ act }) {
    await act('identity', async (ctx) => {
      const { rows } = await ctx.tx.query(
        `update session s set ended_at = $1
         from account a left join staff st on st.account_id = a.id
         where a.id = s.account_id and s.ended_at is null
           and (s.ends_at <= $1 or s.last_used_at + make_interval(secs => s.idle_seconds) <= $1 or a.state <> 'active'
             or (s.app = 'staff' and st.id is not null and st.state <> 'active'))
         returning s.id, s.account_id`,
        [ctx.now],
      )
      const byAccount = Map.groupBy(rows, (row) => row.account_id as string)
      for (const [accountId, ended] of byAccount) {
        await announceEnd(
          ctx,
          accountId,
          ended.map((row) => row.id as string),
        )
      }
    })
  },
}
