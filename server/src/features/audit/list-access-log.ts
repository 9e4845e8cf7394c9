import { createHash } from 'node:crypto'
import { listAccessLog } from '@weft/contract/audit/operations.ts'
import { PERSON_ZONE } from '@weft/contract/scalars.ts'
import { Temporal } from 'temporal-polyfill'
import { type Ctx, handle } from '../../platform/feature.ts'
import type { AccountScope } from '../../platform/scope.ts'
import { knownAtL1 } from '../access/decide.ts'

const DAYS = 30
/** Kinds of which a person may not know, whoever wrote the row (domain.md 3.3 rules 5 and 6). */
export const neverThePersons = ['carer_team', 'team_note', 'circle_staff', 'risk_flag', 'staff_safety']

/**
 * Who has looked, grouped by local day and worker, newest day first. The patient hat sees what others did with what is theirs to
 * know of; the carer hat its own actions; a staff hat nothing. Denies are the privacy officer's.
 */
export const whoHasLooked = handle(listAccessLog, async (ctx, { before, days = DAYS }) => {
  const { scope } = ctx as { scope: AccountScope }
  const whose = await whatMayBeSeen(ctx, scope)
  if (!whose) return { lines: [] }
  const today = Temporal.Instant.fromEpochMilliseconds(ctx.now.getTime()).toZonedDateTimeISO(PERSON_ZONE).toPlainDate()
  const to = before ? Temporal.PlainDate.from(before) : today.add({ days: 1 })
  const from = to.subtract({ days })
  const values = [startOf(from), startOf(to), ...whose.values]
  const { rows, older } = await ctx.tx.asSystem('audit', async () => ({
    rows: (await ctx.tx.query(groupedSql(whose.where), values)).rows,
    older: (await ctx.tx.query(olderSql(whose.where), values)).rows,
  }))
  const workers = await describeWorkers(ctx, [...new Set(rows.map((row) => row.actor_id))], scope.personId)
  return {
    lines: rows.map((row) => ({
      lineId: lineIdOf(row),
      on: row.on,
      firstAt: row.first_at.toISOString(),
      lastAt: row.last_at.toISOString(),
      ...whoOf(row.hat, workers.get(row.actor_id)),
      itemKind: row.item_kind,
      action: row.action,
      purpose: row.purpose,
      times: row.times,
      ...(row.why && { why: { reason: row.why, ...(row.why_text && { text: row.why_text }) } }),
      ...(row.service_id && { serviceId: row.service_id }),
    })),
    ...(older.length > 0 && { next: from.toString() }),
  }
})

/** A condition on the log, its values from `$3` on, or nothing when this hat has no view of it. */
async function whatMayBeSeen(ctx: Ctx, { accountId, hat, personId }: AccountScope) {
  if (hat === 'carer')
    return { where: `l.actor_id = $3 and l.hat = $4 and l.action <> 'deny'`, values: [accountId, hat] }
  if (hat !== 'patient' || !personId) return undefined
  // The log keeps a row under the id that the person had then, so the ids merged into today's are asked for as well.
  const { rows } = await ctx.tx.asSystem('access', () =>
    ctx.tx.query('select id, identity_level, identity_level_at from person where id = $1 or merged_into = $1', [
      personId,
    ]),
  )
  const me = rows.find((row) => row.id === personId)
  const isTheirs = `l.person_id = any ($3::uuid[]) and l.actor_id is not null and l.action <> 'deny'
    and not (l.actor_id = $4 and l.hat = 'patient') and not l.hidden_from_person and l.item_kind <> all ($5::text[])`
  const isWithinIdentity = `(l.record_class = 'personal' or $6 = 'L2'
    or ($6 = 'L1' and l.item_kind = any ($7::text[]) and l.at >= coalesce($8::timestamptz, '-infinity')))`
  return {
    where: `${isTheirs} and ${isWithinIdentity}`,
    values: [
      rows.map((row) => row.id),
      accountId,
      neverThePersons,
      me?.identity_level,
      knownAtL1,
      me?.identity_level_at ?? null,
    ],
  }
}

const startOf = (day: Temporal.PlainDate) => new Date(day.toZonedDateTime(PERSON_ZONE).epochMilliseconds)

/** The same for the same line each time it is asked for. */
function lineIdOf(row: Record<string, unknown>): string {
  const why = row.why ? [row.why, row.why_text] : []
  const parts = [row.on, row.actor_id, row.hat, row.item_kind, row.action, row.purpose, ...why]
  return createHash('sha256').update(parts.join(' ')).digest('base64url').slice(0, 22)
}

// Of what was read after the end the row says which reason was given; the words that go with `other` stand where they were said.
const groupedSql = (where: string) => `
  select (l.at at time zone '${PERSON_ZONE}')::date as on, l.actor_id, l.hat, l.item_kind, l.action, l.purpose,
    said.why, words.text as why_text,
    min(l.at) as first_at, max(l.at) as last_at, count(*)::int as times, (array_agg(l.service_id order by l.at desc))[1] as service_id
  from access_log l
  cross join lateral (select substring(l.reason_code from '^ended_coordinator:(.*)$') as why) said
  left join lateral (
    select w.text from reading_reason w
    where said.why = 'other' and w.reason = said.why and w.person_id = l.person_id and w.account_id = l.actor_id
      and (l.service_id is null or w.service_id = l.service_id) and w.said_at <= l.at and l.at < w.until
    order by w.said_at desc, w.id limit 1
  ) words on true
  where ${where} and l.at >= $1 and l.at < $2
  group by 1, 2, 3, 4, 5, 6, 7, 8 order by 1 desc, max(l.at) desc, 2, 4, 5, 6, 7, 8`

// Both ends are bound, though only the first is needed.
const olderSql = (where: string) =>
  `select from access_log l where ${where} and l.at < $1 and $1 < $2::timestamptz limit 1`

interface Worker {
  display_name: string
  job_title: string | null
  organisation: string | null
  dpo_contact: string | null
  /** Of a carer: what they are to the person whose log it is. */
  relationship: string | null
}

async function describeWorkers(ctx: Ctx, accountIds: string[], personId?: string): Promise<Map<string, Worker>> {
  const { rows } = await ctx.tx.asSystem('access', () =>
    ctx.tx.query(
      `select a.id, a.display_name, st.job_title, o.name as organisation, o.dpo_contact, (select l.relationship from carer_link l
           where l.carer_account_id = a.id and l.person_id = $2 order by l.created_at desc limit 1) as relationship
       from account a left join staff st on st.account_id = a.id left join organisation o on o.id = st.org_id
       where a.id = any ($1::uuid[])`,
      [accountIds, personId ?? null],
    ),
  )
  return new Map(rows.map((row) => [row.id, row]))
}

function whoOf(hat: string, worker: Worker | undefined) {
  const isStaff = hat !== 'patient' && hat !== 'carer'
  return {
    name: worker?.display_name ?? '',
    role: (isStaff ? worker?.job_title : worker?.relationship) ?? '',
    organisation: isStaff ? (worker?.organisation ?? '') : '',
    ...(isStaff && worker?.dpo_contact && { privacyContact: worker.dpo_contact }),
  }
}
