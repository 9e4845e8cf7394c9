import { mayLeaveAt } from '@weft/contract/notifications/quiet-hours.ts'
import type { Channel, NoticeKind } from '@weft/contract/notifications/shapes.ts'
import { PERSON_ZONE } from '@weft/contract/scalars.ts'
import type { JobTools } from '../../platform/feature.ts'

const BATCH = 50
const LEASE_MS = 60_000
export const scope = { kind: 'system', system: 'jobs', requestId: 'job-notice.deliver' } as const

/** A notice that this worker holds for a minute, and how things stand with it. `attempts` is the number of its claim. */
export interface Claimed {
  id: string
  account_id: string
  kind: NoticeKind | 'test'
  channel: Channel
  thing_id: string | null
  attempts: number
  reached: string[]
  /** Switched off since, or the account is no longer active. */
  is_off: boolean
  /** There is still something to tell: unread and theirs to read, not seen to, not stopped, not answered. */
  is_wanted: boolean
  zone: string
  is_quiet: boolean
  quiet_from: string
  quiet_until: string
}

/** What to do with it now. */
export type Fate = { is: 'send' } | { is: 'hold'; until: Date } | { is: 'drop'; why: 'read' | 'off' }

/**
 * Takes what is due. Whether it is still wanted is read in the same statement, so what was read on any device a moment ago is not sent. Two
 * workers never hold one notice; when a worker dies, another has it after a minute.
 */
export async function claim({ db, now }: JobTools): Promise<{ claimed: Claimed[]; isAll: boolean }> {
  const at = now()
  const { rows } = await db.as(scope, (tx) => tx.query(claimSql, [at, new Date(at.getTime() + LEASE_MS), BATCH]))
  return { claimed: rows, isAll: rows.length < BATCH }
}

const claimSql = `
  with mine as (
    update notice set lease_until = $2, attempts = attempts + 1
    where id in (
      select id from notice where state = 'waiting' and due_at <= $1 and (lease_until is null or lease_until <= $1)
      order by due_at, id limit $3 for update skip locked)
    returning *
  )
  select n.id, n.account_id, n.kind, n.channel, n.thing_id, n.attempts, n.reached,
    a.state <> 'active' or (a.closing_at is not null and n.hat in ('patient', 'carer')) or coalesce((n.kind || ':' || n.channel) = any (s.off), false) as is_off,
    case n.kind
      when 'message' then exists (
        select from conversation_member m
        left join conversation_read r on r.account_id = m.account_id and r.hat = m.hat and r.conversation_id = m.conversation_id
        where m.conversation_id = n.thing_id and m.account_id = n.account_id and m.hat = n.hat and m.last_number is null
          and exists (select from message x where x.conversation_id = m.conversation_id and x.number > coalesce(r.read_through, 0)
            and x.author_id <> m.account_id and x.withdrawn_at is null))
      when 'reminder' then exists (
        select from reminder d where d.id = n.thing_id and d.stopped_at is null and d.settled_through < n.at)
      when 'questions' then exists (
        select from question_assignment q where q.id = n.thing_id and q.withdrawn_at is null
          and not exists (select from question_response p where p.assignment_id = q.id and p.submitted_at is not null))
      when 'export' then exists (
        select from my_export x where x.id = n.thing_id and x.opened_at is null and x.ends_at > $1)
      else true
    end as is_wanted,
    coalesce(s.zone, '${PERSON_ZONE}') as zone, coalesce(s.is_quiet, true) as is_quiet, coalesce(s.quiet_from, '22:00') as quiet_from,
    coalesce(s.quiet_until, '06:00') as quiet_until
  from mine n join account a on a.id = n.account_id left join notice_settings s on s.account_id = n.account_id
  order by n.due_at, n.id`

/** A test is asked for by somebody who is looking: it waits for nothing. */
export function fateOf(notice: Claimed, now: Date): Fate {
  if (notice.kind === 'test') return { is: 'send' }
  if (notice.is_off) return { is: 'drop', why: 'off' }
  if (!notice.is_wanted) return { is: 'drop', why: 'read' }
  const quiet = notice.is_quiet ? { from: notice.quiet_from, until: notice.quiet_until } : undefined
  const until = mayLeaveAt(now.getTime(), notice.channel, { zone: notice.zone, quiet })
  return until > now.getTime() ? { is: 'hold', until: new Date(until) } : { is: 'send' }
}
