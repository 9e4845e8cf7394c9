import type { Ctx } from '../../platform/feature.ts'

/** Whose rights may have changed; nothing named means everybody's. */
export interface Affected {
  personId?: string
  accountId?: string
  serviceId?: string
}

/**
 * Makes `authz_grant` say what teams, enrolments, carer links and sharing choices say, for whoever is affected, in the same transaction.
 *
 * Takes a lock on each service concerned until the commit, so that somebody joining a team and somebody enrolling with it at the same
 * moment see each other. Repeating is safe; rows that are right already are not touched.
 */
export function refreshGrants(ctx: Ctx, affected: Affected = {}): Promise<void> {
  const values: string[] = []
  const place = (value: string) => `$${values.push(value)}`
  const where = (alias: string, wanted: readonly (keyof Affected)[]) => {
    const conditions: string[] = []
    for (const key of wanted) {
      const value = affected[key]
      if (value) conditions.push(conditionOf[key](alias, place(value)))
    }
    return conditions.length > 0 ? conditions.join(' and ') : 'true'
  }
  const reach = where('d', ['personId', 'accountId', 'serviceId'])
  const held = where('g', ['personId', 'accountId', 'serviceId'])
  return ctx.tx.asSystem('access', async () => {
    await lockServices(ctx, affected)
    await ctx.tx.query(
      `with derived as materialized (
        select d.account_id, d.person_id, d.category, min(d.valid_from) as valid_from,
          case when bool_or(d.until is null) then null else max(d.until) end as until
        from (${derivedSql}) d where ${reach} group by 1, 2, 3
      ), gone as (
        delete from authz_grant g where ${held}
          and (g.account_id, g.person_id, g.category) not in (select account_id, person_id, category from derived)
      )
      insert into authz_grant as g (account_id, person_id, category, valid_from, until)
      select account_id, person_id, category, valid_from, until from derived order by account_id, person_id, category
      on conflict (account_id, person_id, category) do update set valid_from = excluded.valid_from, until = excluded.until
      where (g.valid_from, g.until) is distinct from (excluded.valid_from, excluded.until)`,
      values,
    )
  })
}

const conditionOf: Record<keyof Affected, (alias: string, value: string) => string> = {
  personId: (alias, value) => `${alias}.person_id = ${value}::uuid`,
  accountId: (alias, value) => `${alias}.account_id = ${value}::uuid`,
  serviceId: (alias, value) =>
    `${alias}.person_id in (select person_id from enrolment where service_id = ${value}::uuid)`,
}

/**
 * Every right there should be. `carer_team` is a carer's own thread; a carer whose scopes hold `messages` reaches the person's too.
 * `shared` is over what a person shares with anybody in that service; which of it, and with what visibility, the rows say themselves.
 */
const derivedSql = `
  select a.id as account_id, a.person_id, category, timestamptz '-infinity' as valid_from, null::timestamptz as until
  from account a cross join unnest(array['own', 'person_team']) category
  where a.person_id is not null and a.state = 'active' and a.closing_at is null
  union all
  select t.account_id, t.person_id, category, t.from_at,
    case when category = 'shared' and t.enrolment_state = 'ending' then least(t.until, t.enrolment_ends_at) else t.until end
  from team_reach t cross join unnest(array['team', 'person_team', 'carer_team', 'team_note', 'shared']) category
  where category <> 'shared' or (not t.is_read_only and exists (select from share_grant s
    where s.person_id = t.person_id and s.service_id = t.service_id and s.state = 'granted'))
  union all
  select l.carer_account_id, l.person_id, category, timestamptz '-infinity', null::timestamptz
  from carer_link l join account a on a.id = l.carer_account_id
  cross join unnest(array['carer_team', 'person_team', 'shared']) category
  where l.state in ('active', 'suspended') and a.state = 'active' and a.closing_at is null
    and (category = 'carer_team' or l.state = 'active')
    and (category <> 'person_team' or 'messages' = any (l.scopes))
    and (category <> 'shared' or (l.scopes && array['shared_goals', 'shared_trackers', 'shared_plan'] and exists (
      select from share_grant s where s.person_id = l.person_id and s.service_id = any (l.services) and s.state = 'granted')))
    and not exists (select from restriction r where r.person_id = l.person_id and r.state = 'live'
      and r.kind = 'bar_actor' and r.account_id = l.carer_account_id)`

async function lockServices(ctx: Ctx, { personId, accountId, serviceId }: Affected): Promise<void> {
  await ctx.tx.query(
    `select pg_advisory_xact_lock(hashtextextended(id::text, 7210502)) from (
      select e.service_id as id from enrolment e where e.person_id = $1::uuid
      union select t.service_id from team_member t join staff s on s.id = t.staff_id where s.account_id = $2::uuid
      union select $3::uuid where $3::uuid is not null
      union select s.id from service s where $1::uuid is null and $2::uuid is null and $3::uuid is null
      order by 1 offset 0
    ) affected`,
    [personId ?? null, accountId ?? null, serviceId ?? null],
  )
}
