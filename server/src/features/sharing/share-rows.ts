import { orderScopes, orderServices, orderShares } from '@weft/contract/sharing/apply.ts'
import type { Share, SharedScope, SharingService } from '@weft/contract/sharing/shapes.ts'
import type { Ctx } from '../../platform/feature.ts'
import { keptUntilYear } from '../organisations/kept-until.ts'
import { loadAsks } from './ask-rows.ts'
import type { ShareGrantTable } from './tables.ts'

type Row = Pick<ShareGrantTable, 'id' | 'service_id' | 'scope' | 'from_at' | 'started_at' | 'checked_at'> & {
  revision: number
}

const fromOf = ({ from_at }: Row) => (from_at ? ('now' as const) : ('everything' as const))

export const toShare = (row: Row): Share => ({
  shareId: row.id,
  serviceId: row.service_id,
  scope: row.scope,
  from: fromOf(row),
  startedAt: row.started_at.toISOString(),
  ...(row.checked_at && { checkedAt: row.checked_at.toISOString() }),
})

/** The same as the service's team sees it. */
export const toSharedScope = (row: Row): SharedScope => ({
  scope: row.scope,
  from: fromOf(row),
  startedAt: row.started_at.toISOString(),
  revision: row.revision,
})

export const SHARE_COLUMNS = 'id, service_id, scope, from_at, started_at, checked_at, revision'

/** What a person shares now; with one service only, when that is named. */
export async function loadLive(ctx: Ctx, personId: string, serviceId?: string): Promise<Row[]> {
  const { rows } = await ctx.tx.asSystem('access', () =>
    ctx.tx.query(
      `select ${SHARE_COLUMNS} from share_grant
       where person_id = $1 and state = 'granted' and ($2::uuid is null or service_id = $2)`,
      [personId, serviceId],
    ),
  )
  return rows
}

export const sharesOf = (rows: readonly Row[]): Share[] => rows.map(toShare).sort(orderShares)
export const scopesOf = (rows: readonly Row[]): SharedScope[] => rows.map(toSharedScope).sort(orderScopes)

/** The services that somebody is with. Below L1 nobody knows them, so there is none (domain.md 14). */
export async function loadServices(ctx: Ctx, personId: string): Promise<SharingService[]> {
  const { rows } = await ctx.tx.asSystem('access', () => ctx.tx.query(servicesSql, [personId, ctx.now]))
  return rows
    .map((row) => ({
      serviceId: row.id,
      name: row.plain_name,
      phone: row.phone,
      isLeaving: row.is_leaving,
      enrolmentId: row.enrolment_id,
      ...(row.ends_at && { leavesAt: row.ends_at.toISOString() }),
      isOwnWish: row.exit_asked_by === 'person',
      keepsUntil: keptUntilYear(row.retention_class, ctx.now.toISOString().slice(0, 10), row.born_on),
    }))
    .sort(orderServices)
}

const servicesSql = `
  select s.id, s.plain_name, s.phone, e.state = 'ending' and e.exit_asked_by is distinct from 'service' as is_leaving,
    e.id as enrolment_id, e.ends_at, e.exit_asked_by, e.retention_class, p.born_on
  from enrolment e join service s on s.id = e.service_id join person p on p.id = e.person_id
  where e.person_id = $1 and p.identity_level <> 'L0'
    and (e.state = 'active' or (e.state = 'ending' and (e.ends_at is null or e.ends_at > $2)))`

export const loadSharing = async (ctx: Ctx, personId: string) => ({
  shares: sharesOf(await loadLive(ctx, personId)),
  services: await loadServices(ctx, personId),
  asks: await loadAsks(ctx, personId),
})
