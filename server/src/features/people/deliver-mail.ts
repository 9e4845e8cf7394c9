import type { Selectable } from 'kysely'
import type { Job, JobTools } from '../../platform/feature.ts'
import { errorFields } from '../../platform/log.ts'
import type { MailTable } from './tables.ts'

const BATCH = 20
const LEASE_MS = 120_000
const FIRST_WAIT_MS = 15_000
const LONGEST_WAIT_MS = 3_600_000
const MOST_ATTEMPTS = 10

type Mail = Selectable<MailTable>

const scope = { kind: 'system', system: 'jobs', requestId: 'job-mail.deliver' } as const

/**
 * Sends what is in the outbox. A mail is claimed for two minutes and marked once the next server took it; a process that dies between the
 * two sends it again, under the same message id. What a mail said is forgotten as soon as it is sent or given up.
 */
export const deliverMail: Job = {
  name: 'mail.deliver',
  everySeconds: 60,
  async run(tools) {
    await giveUp(tools)
    for (;;) {
      const mails = await claim(tools)
      for (const mail of mails) await deliver(tools, mail)
      if (mails.length < BATCH) return
    }
  },
}

/** A code that has run out is not sent late. */
async function giveUp({ db, now }: JobTools): Promise<void> {
  await db.as(scope, (tx) =>
    tx.query(
      `update mail set dead_at = $1, body = '' where sent_at is null and dead_at is null and expires_at <= $1
         and (lease_until is null or lease_until < $1)`,
      [now()],
    ),
  )
}

async function claim({ db, now }: JobTools): Promise<Mail[]> {
  const at = now()
  const { rows } = await db.as(scope, (tx) =>
    tx.query(
      `update mail set lease_until = $2, attempts = attempts + 1
       where id in (
         select id from mail
         where sent_at is null and dead_at is null and not_before <= $1 and (lease_until is null or lease_until < $1)
         order by not_before limit $3 for update skip locked)
       returning *`,
      [at, new Date(at.getTime() + LEASE_MS), BATCH],
    ),
  )
  return rows
}

async function deliver({ db, post, log, now }: JobTools, mail: Mail): Promise<void> {
  const { id, to_address: to, subject, body, app } = mail
  try {
    await post.send({ id, to, subject, body, app, link: mail.link ?? undefined })
  } catch (error) {
    log.warn({ job: 'mail.deliver', error: errorFields(error) }, 'A mail was not taken')
    await putBack(mail)
    return
  }
  await db.as(scope, (tx) =>
    tx.query(`update mail set sent_at = $2, body = '', lease_until = null where id = $1`, [id, now()]),
  )

  async function putBack({ attempts }: Mail): Promise<void> {
    const at = now()
    const isLast = attempts >= MOST_ATTEMPTS
    const waitMs = Math.min(FIRST_WAIT_MS * 2 ** (attempts - 1), LONGEST_WAIT_MS)
    await db.as(scope, (tx) =>
      tx.query(
        `update mail set lease_until = null, not_before = $2, dead_at = $3, body = case when $3::timestamptz is null then body else '' end
         where id = $1`,
        [id, new Date(at.getTime() + waitMs), isLast ? at : null],
      ),
    )
  }
}
