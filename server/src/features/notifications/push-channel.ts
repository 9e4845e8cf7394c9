import type { JobTools } from '../../platform/feature.ts'
import { errorFields } from '../../platform/log.ts'
import type { PushOutcome } from '../../platform/web-push.ts'
import { type Claimed, scope } from './claim-notices.ts'
import type { Delivered } from './deliver-notices.ts'
import { DELIVER_NOTICES } from './names.ts'

/** What every notice says, by whichever channel and whatever it is about (domain.md 11). */
const words = 'You have an update'

/** Lets everybody read what browsers subscribe with. Written when it is new: at the first start, or after the key was changed. */
export async function sayPushKey({ db, push }: JobTools): Promise<void> {
  const publicKey = await push.publicKey()
  await db.as(scope, (tx) =>
    tx.query(
      `insert into push_key (public_key) select $1 where not exists (select from push_key where public_key = $1)
       on conflict (one) do update set public_key = excluded.public_key`,
      [publicKey],
    ),
  )
}

interface Subscribed {
  id: string
  endpoint: string
  p256dh: string
  auth: string
}

/** To each of the account's devices that does not have it yet. A device whose browser has dropped its subscription is forgotten. */
export async function deliverByPush(tools: JobTools, notice: Claimed): Promise<Delivered> {
  const devices = await findDevices(tools, notice)
  const outcomes = await Promise.all(devices.map((device) => sendTo(tools, device, notice)))
  const those = (is: (outcome: PushOutcome) => boolean) =>
    devices.filter((_, place) => is(outcomes[place] as PushOutcome)).map(({ id }) => id)
  const [taken, gone] = [those((outcome) => outcome === 'taken'), those((outcome) => outcome === 'gone')]
  await noteDevices(tools, { taken, gone })
  const reached = [...notice.reached, ...taken]
  const waits = outcomes.filter((outcome) => typeof outcome === 'object')
  if (waits.length > 0)
    return { is: 'again', reached, afterSeconds: Math.max(...waits.map((wait) => wait.retryAfterSeconds ?? 0)) }
  return reached.length > 0 ? { is: 'sent', reached } : { is: 'nowhere' }
}

async function findDevices({ db, push }: JobTools, notice: Claimed): Promise<Subscribed[]> {
  const { rows } = await db.as(scope, async (tx) =>
    tx.query(
      `select id, endpoint, p256dh, auth from push_subscription
       where account_id = $1 and push_key = $2 and not id = any ($3) and ($4::uuid is null or id = $4) order by id`,
      [notice.account_id, await push.publicKey(), notice.reached, notice.kind === 'test' ? notice.thing_id : null],
    ),
  )
  return rows
}

async function sendTo({ push, log }: JobTools, device: Subscribed, { id }: Claimed): Promise<PushOutcome> {
  try {
    return await push.send(device, { id, title: words, path: `/n/${id}` })
  } catch (error) {
    log.warn({ job: DELIVER_NOTICES, error: errorFields(error) }, 'A push service was not reached')
    return { retryAfterSeconds: undefined }
  }
}

async function noteDevices({ db, now }: JobTools, { taken, gone }: { taken: string[]; gone: string[] }): Promise<void> {
  if (taken.length + gone.length === 0) return
  await db.as(scope, async (tx) => {
    await tx.query('update push_subscription set sent_at = $2 where id = any ($1)', [taken, now()])
    await tx.query('delete from push_subscription where id = any ($1)', [gone])
  })
}
