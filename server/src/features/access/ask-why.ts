import type { Ctx, Disclosure } from '../../platform/feature.ts'
import { Refused } from '../../platform/runner.ts'

/**
 * What a coordinator hears of somebody who has left their service until they say why they need more: what their list of former people tells
 * them anyway. In the log it is a refusal like others.
 */
export async function askWhy(
  ctx: Ctx,
  serviceId: string,
  about: Omit<Disclosure, 'action' | 'reasonCode'>,
): Promise<Refused> {
  const { rows } = await ctx.tx.asSystem('access', () => ctx.tx.query(formerSql, [about.personId, serviceId]))
  const { name, service_name: serviceName, ended_at: endedAt } = rows[0]
  const former = { personId: about.personId, name, serviceId, serviceName, endedAt: endedAt?.toISOString() }
  return new Refused('reason_needed', about, { code: 'reason-needed', extras: { former } })
}

const formerSql = `
  select coalesce(nullif(trim(p.given_name || ' ' || p.family_name), ''), p.known_as) as name, s.plain_name as service_name,
    max(e.ends_at) as ended_at
  from person p join service s on s.id = $2 join enrolment e on e.person_id = p.id and e.service_id = s.id
  where p.id = $1 group by p.id, s.id`
