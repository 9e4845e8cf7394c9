import { nextOccurrences, type Occurrence } from '@weft/contract/notifications/occurrences.ts'
import type { Ctx, Job } from '../../platform/feature.ts'
import { DELIVER_NOTICES } from './names.ts'
import { nextAfter, type ReminderRow, toReminder } from './reminder-row.ts'

const BATCH = 100
/** Of one reminder at once, after a long pause; the rest come in the next round. */
const MOST_AT_ONCE = 50

/**
 * Gives each occurrence that has come its notice. The row says how far it got and its notice is one by its effect key, in one transaction: so
 * each occurrence has exactly one, however often this runs, wherever, and whatever it missed.
 */
export const fireReminders: Job = {
  name: 'reminder.fire',
  everySeconds: 10,
  async run({ act }) {
    while ((await act('jobs', fire)) > 0);
  },
}

type Due = ReminderRow & { account_id: string | null }

/** One round; answers how many reminders spoke. */
async function fire(ctx: Ctx): Promise<number> {
  const { rows } = await ctx.tx.query(
    `select r.*, (select a.id from account a where a.person_id = r.person_id and a.state = 'active') as account_id
     from reminder r where r.next_at <= $1 order by r.next_at limit $2 for update skip locked`,
    [ctx.now, BATCH],
  )
  if (rows.length === 0) return 0
  const fired = (rows as Due[]).map((row) => ({ row, came: occurrencesOf(row, ctx.now) }))
  await tell(ctx, fired)
  await ctx.tx.query(
    `update reminder r set fired_through = f.through, next_at = f.next
     from jsonb_to_recordset($1::jsonb) as f (id uuid, through timestamptz, next timestamptz) where r.id = f.id`,
    [JSON.stringify(fired.map(({ row, came }) => placeOf(row, came, ctx.now)))],
  )
  ctx.wake(DELIVER_NOTICES)
  return rows.length
}

const occurrencesOf = (row: ReminderRow, now: Date): Occurrence[] =>
  nextOccurrences(toReminder(row), row.fired_through.getTime(), MOST_AT_ONCE).filter(({ at }) => at <= now.getTime())

/** With nothing to tell (the zone's rules changed since) it has spoken up to now. */
function placeOf(row: ReminderRow, came: Occurrence[], now: Date) {
  const through = new Date(came.at(-1)?.at ?? now)
  return { id: row.id, through, next: nextAfter(toReminder(row), through) }
}

/** Only the newest of a reminder is sent: an older one that nobody was told of in time is no news. */
async function tell(ctx: Ctx, fired: readonly { row: Due; came: Occurrence[] }[]): Promise<void> {
  const notices = fired.flatMap(({ row, came }) =>
    came.map(({ localAt, at }, place) => ({
      personId: row.person_id,
      accountId: row.account_id,
      thingId: row.id,
      about: row.about,
      key: `reminder:${row.id}:${localAt}:${row.zone}:push`,
      at: new Date(at),
      isNewest: place === came.length - 1,
    })),
  )
  await ctx.tx.query(
    `update notice n set state = 'dropped', why = 'superseded'
     from jsonb_to_recordset($1::jsonb) as f ("thingId" uuid, at timestamptz, "isNewest" boolean)
     where n.thing_id = f."thingId" and n.kind = 'reminder' and n.state = 'waiting' and f."isNewest" and n.at < f.at
       and (n.lease_until is null or n.lease_until < $2)`,
    [JSON.stringify(notices), ctx.now],
  )
  await ctx.tx.query(
    `insert into notice (person_id, account_id, hat, kind, thing_id, about, effect_key, at, due_at, state, why)
     select f."personId", f."accountId", 'patient', 'reminder', f."thingId", f.about, f.key, f.at, f.at,
       case when f."isNewest" then 'waiting' else 'dropped' end, case when f."isNewest" then null else 'superseded' end
     from jsonb_to_recordset($1::jsonb) as f ("personId" uuid, "accountId" uuid, "thingId" uuid, about text, key text, at timestamptz,
       "isNewest" boolean)
     where f."accountId" is not null
     on conflict (effect_key) do nothing`,
    [JSON.stringify(notices)],
  )
}
