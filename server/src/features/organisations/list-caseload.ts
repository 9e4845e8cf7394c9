import { listCaseload } from '@weft/contract/organisations/operations.ts'
import type { CaseloadRow } from '@weft/contract/organisations/shapes.ts'
import { ProblemError } from '@weft/contract/problem.ts'
import { handle } from '../../platform/feature.ts'
import type { AccountScope } from '../../platform/scope.ts'

const PAGE = 50

/**
 * The people of the asker's teams, in one statement whatever their number: current ones by newest activity, then, for coordinators,
 * former ones by name and end date only. Each person shown is an audit row; a name that was searched for is a `search_hit`.
 */
export const caseload = handle(listCaseload, async (ctx, { text, after, limit = PAGE }) => {
  const { accountId, hat, staffId } = ctx.scope as AccountScope
  if (hat !== 'practitioner' && hat !== 'coordinator') return { rows: [], total: 0 }
  const [former, order, id] = after ? readCursor(after) : [null, null, null]
  const { rows } = await ctx.tx.asSystem('access', () =>
    ctx.tx.query(
      caseloadSql(text !== undefined),
      [
        accountId,
        hat,
        former,
        order,
        id,
        limit + 1,
        ...(text === undefined ? [] : [`%${text.replace(/[\\%_]/g, '\\$&')}%`]),
      ],
      text === undefined ? 'caseload' : 'caseload-text',
    ),
  )
  const shown = rows.filter((row) => row.person_id !== null).slice(0, limit)
  await ctx.disclose(
    shown.map((row) => ({
      personId: row.person_id,
      recordClass: 'service',
      itemKind: 'caseload',
      itemId: row.enrolment_id,
      action: text ? 'search_hit' : 'read',
      reasonCode: row.is_former ? 'ended_coordinator' : 'team',
      serviceId: row.service_id,
    })),
  )
  const last = shown.at(-1)
  return {
    rows: shown.map((row) => toRow(row, staffId)),
    total: rows[0]?.total ?? 0,
    ...(last && rows.length > limit && { next: `${last.is_former ? 1 : 0}.${last.place}.${last.enrolment_id}` }),
  }
})

function readCursor(after: string): [number, number, string] {
  const found = /^([01])\.(-?\d{1,16})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(after)
  if (!found) throw new ProblemError('malformed', { fields: [{ path: 'after', message: 'not a place in this list' }] })
  return [Number(found[1]), Number(found[2]), found[3] as string]
}

// biome-ignore lint/suspicious/noExplicitAny: one row of the statement below
function toRow(row: any, staffId: string | undefined): CaseloadRow {
  const shared = {
    personId: row.person_id,
    name: row.name,
    serviceId: row.service_id,
    serviceName: row.service_name,
    enrolmentState: row.state,
  }
  if (row.is_former) return { ...shared, endedAt: row.ends_at?.toISOString(), isMine: false, unread: 0, carers: [] }
  return {
    ...shared,
    isMine: staffId !== undefined && row.lead_worker_id === staffId,
    leadWorker: row.lead_name ?? undefined,
    lastActivityAt: row.last_at?.toISOString(),
    unread: row.unread,
    carers: row.carers,
  }
}

// One by one, by their key: a planner that sees row-level security would rather read everybody.
const textSql = `cross join lateral (
      select concat_ws(' ', p.given_name, p.family_name, p.known_as) as words from person p where p.id = r.person_id limit 1
    ) named where named.words ilike $7`

// Read as the worker `access`; whom it shows is decided by team_reach, the set-wise form of rule 9 of domain.md 3.3. A person who
// came back is shown once, as current. `place` orders within current and former: milliseconds, newest first, so it is negative.
// What is not needed for the order is looked up for the page alone.
const caseloadSql = (hasText: boolean) => `
  with reached as materialized (
    select distinct on (r.person_id, r.service_id) r.person_id, r.service_id, r.enrolment_id, r.is_read_only as is_former,
      r.enrolment_state as state, r.enrolment_ends_at as ends_at, r.lead_worker_id
    from team_reach r
    where r.account_id = $1 and r.from_at <= app_now()
      and case when $2 = 'coordinator' then r.role = 'coordinator' else not r.is_read_only end
    order by r.person_id, r.service_id, r.is_read_only, r.enrolment_id desc
  ), activity as materialized (
    select c.person_id, c.service_id, max(c.last_at) as last_at from conversation c
    where c.service_id = any (array(select distinct service_id from reached)) and c.kind in ('person_team', 'carer_team')
    group by 1, 2
  ), listed as materialized (
    select r.*, a.last_at, -coalesce(extract(epoch from case when r.is_former then r.ends_at else a.last_at end) * 1000, 0)::bigint as place
    from reached r left join activity a on a.person_id = r.person_id and a.service_id = r.service_id
    ${hasText ? textSql : ''}
  ), page as materialized (
    select * from listed
    where $3::int is null or (is_former::int, place, enrolment_id) > ($3::int, $4::bigint, $5::uuid)
    order by is_former, place, enrolment_id limit $6
  )
  select page.*, counted.total, s.plain_name as service_name, lead.display_name as lead_name,
    named.name,
    coalesce(u.unread, 0) as unread, coalesce(k.carers, '[]') as carers
  from (select count(*)::int as total from listed) counted
  left join page on true
  left join lateral (
    select coalesce(nullif(trim(p.given_name || ' ' || p.family_name), ''), p.known_as) as name
    from person p where p.id = page.person_id limit 1
  ) named on true
  left join service s on s.id = page.service_id
  left join staff st on st.id = page.lead_worker_id
  left join account lead on lead.id = st.account_id
  left join lateral (
    select sum(waiting.n)::int as unread
    from conversation c
    join conversation_member me on me.conversation_id = c.id and me.account_id = $1 and me.last_number is null
      and is_worn(me.is_team, me.hat, $2)
    left join conversation_read mark on mark.conversation_id = c.id and mark.account_id = $1 and mark.hat = $2
    cross join lateral (
      select count(*) as n from message m where m.conversation_id = c.id and m.number > coalesce(mark.read_through, 0)
        and m.author_id <> $1 and m.withdrawn_at is null
    ) waiting
    where c.person_id = page.person_id and c.service_id = page.service_id and c.kind in ('person_team', 'carer_team')
      and not page.is_former
  ) u on true
  left join lateral (
    select jsonb_agg(jsonb_build_object('carerLinkId', l.id, 'name', carer.display_name, 'relationship', l.relationship)
      order by carer.display_name, l.id) as carers
    from carer_link l join account carer on carer.id = l.carer_account_id
    where l.person_id = page.person_id and page.service_id = any (l.services) and l.state in ('active', 'suspended')
      and not page.is_former
  ) k on true
  order by page.is_former, page.place, page.enrolment_id`
