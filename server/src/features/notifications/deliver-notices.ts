import type { Channel } from '@weft/contract/notifications/shapes.ts'
import type { Job, JobTools } from '../../platform/feature.ts'
import { errorFields } from '../../platform/log.ts'
import { type Claimed, claim, fateOf, scope } from './claim-notices.ts'
import { DELIVER_NOTICES } from './names.ts'
import { deliverByPush, sayPushKey } from './push-channel.ts'

const AT_ONCE = 8
const FIRST_WAIT_MS = 15_000
const LONGEST_WAIT_MS = 3_600_000
const MOST_ATTEMPTS = 12

/** How far a notice got on one channel. `again`: some way is left to try, at the earliest so many seconds from now if the other side said. */
export type Delivered =
  | { is: 'sent'; reached: string[] }
  | { is: 'nowhere' }
  | { is: 'again'; reached: string[]; afterSeconds?: number | undefined }
export type Deliver = (tools: JobTools, notice: Claimed) => Promise<Delivered>

/** One function for each channel that there is. A notice only ever names a channel that is here. */
const channels: Partial<Record<Channel, Deliver>> = { push: deliverByPush }

/**
 * Sends what is due and still wanted. A worker that dies between sending and saying so sends again, under the same id, which takes the
 * place of the first on the device.
 */
export const deliverNotices: Job = {
  name: DELIVER_NOTICES,
  everySeconds: 5,
  wakesGatheredMs: 500,
  async run(tools) {
    await sayPushKey(tools)
    for (;;) {
      const { claimed, isAll } = await claim(tools)
      const waiting = claimed.values()
      const lane = async () => {
        for (const notice of waiting) await see(tools, notice)
      }
      await Promise.all(Array.from({ length: AT_ONCE }, lane))
      if (isAll) return
    }
  },
}

async function see(tools: JobTools, notice: Claimed): Promise<void> {
  const now = tools.now()
  const fate = fateOf(notice, now)
  if (fate.is === 'drop') return note(tools, notice, { state: 'dropped', why: fate.why })
  // To be held is no attempt.
  if (fate.is === 'hold')
    return note(tools, notice, { state: 'waiting', dueAt: fate.until, attempts: notice.attempts - 1 })
  const delivered = await send(tools, notice)
  if (delivered.is === 'sent') return note(tools, notice, { state: 'sent', reached: delivered.reached })
  if (delivered.is === 'nowhere') return note(tools, notice, { state: 'dropped', why: 'nowhere' })
  const { reached, afterSeconds = 0 } = delivered
  if (notice.attempts < MOST_ATTEMPTS) {
    const waitMs = Math.min(FIRST_WAIT_MS * 2 ** (notice.attempts - 1), LONGEST_WAIT_MS)
    const dueAt = new Date(now.getTime() + Math.max(waitMs, afterSeconds * 1_000))
    return note(tools, notice, { state: 'waiting', dueAt, reached })
  }
  await note(tools, notice, reached.length > 0 ? { state: 'sent', reached } : { state: 'dropped', why: 'nowhere' })
}

async function send(tools: JobTools, notice: Claimed): Promise<Delivered> {
  try {
    return (await channels[notice.channel]?.(tools, notice)) ?? { is: 'nowhere' }
  } catch (error) {
    tools.log.warn({ job: DELIVER_NOTICES, error: errorFields(error) }, 'A notice could not be sent')
    return { is: 'again', reached: notice.reached }
  }
}

interface Standing {
  state: 'waiting' | 'sent' | 'dropped'
  why?: 'read' | 'off' | 'nowhere'
  dueAt?: Date
  attempts?: number
  reached?: string[]
}

/** Only while the claim is this worker's: one that was held too long is another's to tell of. */
async function note({ db, now }: JobTools, { id, attempts }: Claimed, standing: Standing): Promise<void> {
  await db.as(scope, (tx) =>
    tx.query(
      `update notice set state = $3, why = $4, due_at = coalesce($5, due_at), attempts = coalesce($6, attempts),
         reached = coalesce($7, reached), sent_at = case when $3 = 'sent' then $8 else sent_at end, lease_until = null
       where id = $1 and attempts = $2 and state = 'waiting'`,
      [
        id,
        attempts,
        standing.state,
        standing.why ?? null,
        standing.dueAt ?? null,
        standing.attempts ?? null,
        standing.reached ?? null,
        now(),
      ],
    ),
  )
}
