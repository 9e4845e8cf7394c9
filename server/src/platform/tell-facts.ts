import { TELL_FACTS, type UntoldFact } from './facts.ts'
import type { Job, JobTools, Listener } from './feature.ts'
import { errorFields } from './log.ts'

const BATCH = 100
const AT_ONCE = 4
const LEASE_MS = 60_000
const FIRST_WAIT_MS = 5_000
const LONGEST_WAIT_MS = 3_600_000
/** By then somebody should look. */
const MANY_ATTEMPTS = 8
/** A listener that no code has any more is waited for as long as the topics' log is kept. */
const KEPT_MS = 14 * 86_400_000

const scope = { kind: 'system', system: 'jobs', requestId: `job-${TELL_FACTS}` } as const

type Claimed = UntoldFact & { id: number; attempts: number; requestId: string }

/**
 * Tells `after` listeners what happened (see facts.ts). A row is claimed by a lease that is counted, then deleted in the listener's own
 * transaction if the count is still this claim's: of two that believe the row theirs, as when a clock is wrong, one does the work.
 */
export function tellFacts(listeners: ReadonlyMap<string, Listener>): Job {
  const known = [...listeners.keys()]

  async function claim({ db, now }: JobTools): Promise<Claimed[]> {
    const at = now()
    const { rows } = await db.as(scope, (tx) =>
      tx.query(
        `update untold_fact set due_at = $2, attempts = attempts + 1
         where id in (
           select id from untold_fact where due_at <= $1 and listener = any ($3)
           order by due_at, id limit $4 for update skip locked)
         returning id, fact, listener, data, attempts, request_id as "requestId"`,
        [at, new Date(at.getTime() + LEASE_MS), known, BATCH],
      ),
    )
    return (rows as Claimed[]).sort((a, b) => a.id - b.id)
  }

  async function tell(tools: JobTools, claimed: Claimed): Promise<void> {
    const { id, listener, data, attempts, requestId } = claimed
    const work = tools.act(
      'jobs',
      async (ctx) => {
        const mine = await ctx.tx.query('delete from untold_fact where id = $1 and attempts = $2', [id, attempts])
        if (mine.rowCount === 1) await listeners.get(listener)?.run(ctx, data)
      },
      requestId,
    )
    await work.catch((error: unknown) => putOff(tools, claimed, error))
  }

  async function putOff({ db, log, now }: JobTools, claimed: Claimed, error: unknown): Promise<void> {
    const { id, listener, attempts, requestId } = claimed
    const fields = { requestId, job: listener, count: attempts, error: errorFields(error) }
    if (attempts < MANY_ATTEMPTS) log.warn(fields, 'A listener did not finish; it is told again later')
    else log.error(fields, 'A listener fails again and again')
    const waitMs = Math.min(FIRST_WAIT_MS * 2 ** (attempts - 1), LONGEST_WAIT_MS)
    await db.as(scope, (tx) =>
      tx.query('update untold_fact set due_at = $3 where id = $1 and attempts = $2', [
        id,
        attempts,
        new Date(now().getTime() + waitMs),
      ]),
    )
  }

  async function forgetUnknown({ db, now }: JobTools): Promise<void> {
    const cutoff = new Date(now().getTime() - KEPT_MS)
    await db.as(scope, (tx) =>
      tx.query('delete from untold_fact where due_at < $1 and not listener = any ($2)', [cutoff, known]),
    )
  }

  return {
    name: TELL_FACTS,
    everySeconds: 10,
    // Many facts a second are one wake.
    wakesGatheredMs: 20,
    async run(tools) {
      await forgetUnknown(tools)
      for (;;) {
        const claimed = await claim(tools)
        const waiting = claimed.values()
        const lane = async () => {
          for (const one of waiting) await tell(tools, one)
        }
        await Promise.all(Array.from({ length: AT_ONCE }, lane))
        if (claimed.length < BATCH) return
      }
    },
  }
}
