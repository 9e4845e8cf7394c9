import type { CarePlan, CarePlanContent } from '@weft/contract/plans/care-plan.ts'
import { listCarePlans } from '@weft/contract/plans/operations.ts'
import type { Selectable } from 'kysely'
import { type Ctx, handle } from '../../platform/feature.ts'
import { publishOwn } from '../own/own-change.ts'
import type { CarePlanCopyTable } from './tables.ts'

type Row = Selectable<CarePlanCopyTable> & { service_name: string }

/** Versions of one service that are kept in sight. */
const VERSIONS_SHOWN = 20

const toCarePlan = (row: Row): CarePlan => ({
  carePlanId: row.id,
  serviceId: row.service_id,
  serviceName: row.service_name,
  source: row.source,
  asAt: row.as_at.toISOString(),
  ...(row.content && { content: row.content }),
  ...(row.ask_whom && { askWhom: row.ask_whom }),
})

const copies = 'select c.*, s.plain_name as service_name from care_plan_copy c join service s on s.id = c.service_id'

/** For the person and the service's team, newest first. */
export const listCopies = handle(listCarePlans, async (ctx, input) => {
  const { personId } = await ctx.require<{ personId: string }>('carePlan.read', input)
  const { rows } = await ctx.tx.query(
    `${copies} where c.person_id = $1 and c.service_id = $2 order by c.as_at desc, c.id desc limit ${VERSIONS_SHOWN}`,
    [personId, input.serviceId],
  )
  return { carePlans: rows.map(toCarePlan) }
})

/** The newest of each service, as the person's own devices hold it; none below L2 (domain.md 14). */
export async function loadCarePlans(ctx: Ctx, personId: string): Promise<CarePlan[]> {
  const { rows } = await ctx.tx.query(
    `select distinct on (c.service_id) c.*, s.plain_name as service_name from care_plan_copy c
     join service s on s.id = c.service_id join person p on p.id = c.person_id and p.identity_level = 'L2'
     where c.person_id = $1 order by c.service_id, c.as_at desc, c.id desc`,
    [personId],
  )
  return rows.map(toCarePlan)
}

/** Gives the person's devices what they may read by now: when they are known well enough, when records become one. */
export async function publishCarePlans(ctx: Ctx, personId: string): Promise<void> {
  const plans = await ctx.tx.asSystem('access', () => loadCarePlans(ctx, personId))
  for (const plan of plans) await publishOwn(ctx, personId, 'carePlan.received', plan)
}

/** What a record system sent about somebody who is, or was, with this service. */
export interface ReceivedPlan {
  carePlanId: string
  personId: string
  serviceId: string
  source: string
  asAt: Date
  /** Absent: the record holds no structured plan. */
  content?: CarePlanContent
  askWhom?: string
}

/** Keeps a copy of what the record system sent; for its feed alone. The same copy again changes nothing. An older one never hides a newer. */
export async function receiveCarePlan(ctx: Ctx, plan: ReceivedPlan): Promise<void> {
  const isNew = await ctx.tx.asSystem('access', async () => {
    const { rowCount } = await ctx.tx.query(
      `insert into care_plan_copy (id, person_id, service_id, source, as_at, content, ask_whom, controller_id, legal_basis,
         retention_class, created_at)
       select $1, e.person_id, e.service_id, $4, $5, $6, $7, e.controller_id, e.legal_basis, e.retention_class, $8
       from enrolment e where e.person_id = $2 and e.service_id = $3 and e.state in ('active', 'ending', 'ended')
       order by e.state limit 1
       on conflict (id) do nothing`,
      [
        plan.carePlanId,
        plan.personId,
        plan.serviceId,
        plan.source,
        plan.asAt,
        plan.content ? JSON.stringify(plan.content) : null,
        plan.askWhom,
        ctx.now,
      ],
    )
    return rowCount === 1
  })
  if (isNew) await publishCarePlans(ctx, plan.personId)
}
