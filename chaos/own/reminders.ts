import { randomUUID } from 'node:crypto'
import { quietUntil } from '@weft/contract/notifications/quiet-hours.ts'
import type { Ground } from '../ground.ts'
import type { ReminderTruth } from './history.ts'

const ZONE = 'Europe/London'
/** In an hour that one change of the clocks skips and the other shows twice, in the one after, and well clear of both. */
const times = ['01:30', '02:00', '09:00']
const HOUR_MS = 3_600_000

/** Each owner takes pushes on their device. Every other one has quiet hours just now, and the rest none. */
export async function setUpNotices(ground: Ground): Promise<void> {
  await ground.sql(rememberNotices)
  await ground.sql(
    `insert into push_subscription (id, account_id, session_id, endpoint, p256dh, auth, push_key, created_at)
     select gen_random_uuid(), account_id, id, 'https://push.example/' || id, '', '', '${PUSH_KEY}', now() from session where app = 'people'`,
  )
  await ground.sql(
    `insert into notice_settings (account_id, zone, is_quiet, quiet_from, quiet_until)
     select c.account_id, $1, c.room % 2 = 0, $2, $3 from bench_client c where c.place = 0`,
    [ZONE, clockAt(Date.now() - HOUR_MS), clockAt(Date.now() + 3 * HOUR_MS)],
  )
}

/** Notices are forgotten after 90 days, so what they tell of is written down beside them. */
const rememberNotices = `
  create table chaos_notice (id uuid, thing_id uuid, at timestamptz);
  create function remember_notice() returns trigger language plpgsql security definer as $$
  begin
    insert into chaos_notice values (new.id, new.thing_id, new.at);
    return null;
  end $$;
  create trigger remember_notice after insert on notice for each row when (new.kind = 'reminder') execute function remember_notice()`

export const PUSH_KEY = 'the key of the chaos'

const clockAt = (at: number) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' }).format(at)

/** Longer ago than both of the clocks' last changes. */
const firedFrom = () => Date.now() - 370 * 24 * HOUR_MS

/**
 * A reminder of somebody past the first rooms (its devices are not told of it) that nobody has looked at for over a year, as after a long stop: each of its occurrences has to be told of
 * once, over both changes of the clocks, whatever breaks meanwhile. False while the database cannot be asked.
 */
export async function remindOfLongAgo(ground: Ground, roomsApart: number): Promise<boolean> {
  const from = new Date(firedFrom())
  const text = `insert into reminder (id, person_id, about, words, times, days, zone, settled_through, fired_through, next_at, created_at, created_by, created_hat)
     select $1, r.person_id, 'other', 'Long ago', $2, '{1,2,3,4,5,6,7}', $3, $4, $4, $4::timestamptz + interval '1 day', $4, c.account_id, 'patient'
     from bench_room r join bench_client c on c.room = r.room and c.place = 0
     where r.room > $5 order by random() limit 1`
  return ground.sql(text, [randomUUID(), times, ZONE, from, roomsApart]).then(
    () => true,
    () => false,
  )
}

/** A minute passes: what a worker held that died is anybody's. */
export async function letLeasesEnd(ground: Ground): Promise<void> {
  await ground.sql('update notice set lease_until = now() where lease_until > now()')
}

/** Whether something has come that no notice tells of yet. */
export async function isBehind(ground: Ground): Promise<boolean> {
  const [row] = await ground.sql(
    `select exists (select from reminder where next_at <= now()) or exists (
       select from notice n join notice_settings s on s.account_id = n.account_id
       where n.kind = 'reminder' and n.state = 'waiting' and not s.is_quiet) as is_behind`,
  )
  return row.is_behind
}

export async function readReminders(ground: Ground): Promise<ReminderTruth[]> {
  const rows = await ground.sql(
    `select r.id, r.times, r.zone, r.created_at, r.fired_through, r.next_at <= now() as is_behind, s.is_quiet, s.quiet_from, s.quiet_until,
       coalesce(jsonb_agg(jsonb_build_object('noticeId', m.id, 'at', m.at, 'state', coalesce(n.state, 'forgotten'), 'sentAt', n.sent_at))
         filter (where m.id is not null), '[]') as notices
     from reminder r join account a on a.person_id = r.person_id join notice_settings s on s.account_id = a.id
     left join chaos_notice m on m.thing_id = r.id left join notice n on n.id = m.id
     group by r.id, s.account_id`,
  )
  return rows.map((row) => ({
    reminderId: row.id,
    times: row.times,
    zone: row.zone,
    firedFrom: row.created_at.getTime(),
    firedThrough: row.fired_through.getTime(),
    isBehind: row.is_behind === true,
    isQuiet:
      row.is_quiet &&
      quietUntil(Date.now(), { zone: ZONE, quiet: { from: row.quiet_from, until: row.quiet_until } }) !== undefined,
    notices: row.notices.map((notice: { at: string; sentAt: string | null }) => ({
      ...notice,
      at: Date.parse(notice.at),
      sentAt: notice.sentAt ? Date.parse(notice.sentAt) : undefined,
    })),
  }))
}
