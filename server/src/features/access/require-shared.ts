import { kindOfScope, type SharedKind } from '@weft/contract/sharing/shapes.ts'
import type { Ctx, Granted } from '../../platform/feature.ts'
import { Refused } from '../../platform/runner.ts'
import { requireAccess } from './require-access.ts'

/** A live sharing choice; without `from` it is over everything. */
export interface LiveShare {
  serviceId: string
  scope: string
  /** Only what was made from then on (`created_at`). */
  from: Date | undefined
}

export interface SharedThing {
  personId: string
  /** The service as whose worker the asker reads. Carers name none. */
  serviceId?: string
  scope: string
  /** Further scopes that cover the thing, `goals:{type}` of a goal. */
  alsoUnder?: readonly string[]
  /** For the log of who looked; the scope when it is a list. */
  itemId?: string
  /** Of one thing. Of a list the noun shows the rows that are `shared`, and none other. */
  visibility?: 'private' | 'shared'
  /** Of one thing: when it was stored. Of a list the noun shows rows made at or after `from`. */
  madeAt?: Date
}

/** What a noun's guard of shared things answers: whose they are, and from when on. */
export interface Shared {
  personId: string
  from: Date | undefined
}

/**
 * The guard of a noun's reads for staff and carers: is this shared with the service that asks, now? To be returned from the noun's own
 * guard, so that the audit row is written with the read. Refused it is `not-found`, the same as what does not exist.
 */
export async function requireShared(ctx: Ctx, thing: SharedThing): Promise<Granted<Shared>> {
  const { personId, serviceId, scope, alsoUnder = [], itemId = scope, visibility = 'shared', madeAt } = thing
  const live = await loadShares(ctx, personId, { scopes: [scope, ...alsoUnder] })
  const covering = live.filter(({ from }) => !madeAt || !from || from <= madeAt)
  const item = {
    recordClass: 'personal' as const,
    kind: kindOfScope(scope),
    id: itemId,
    visibility,
    sharedWith: covering.map((one) => one.serviceId),
  }
  const access = await requireAccess(ctx, { personId, serviceId, item, action: 'read' })
  // The owner, who may read all of it, reads through no choice.
  const open = covering.filter((one) => access.through?.includes(one.serviceId))
  return {
    thing: { personId: access.personId, from: earliest(open.map((one) => one.from)) },
    disclosure: access.disclosure,
    until: access.until,
  }
}

/** What a service's team may see of the sharing itself. */
export interface Sharing {
  personId: string
  shares: LiveShare[]
}

/**
 * What the person shares with this service now, for its current team: of one kind, for a list of things that are shared one by one
 * (goals, problems, diary), or of all. Somebody who shares nothing is answered with nothing. The list's own rows are the disclosure:
 * one row of the log for each request that shows any.
 */
export async function requireSharing(
  ctx: Ctx,
  { personId, serviceId, kind }: { personId: string; serviceId: string; kind?: SharedKind },
): Promise<Granted<Sharing>> {
  const item = { recordClass: 'service', kind: 'sharing', id: personId } as const
  const { scope } = ctx
  if (scope.kind !== 'account' || scope.app !== 'staff') throw new Refused('no_relation')
  // As a change of the service's own rows would be asked: after the end, when a coordinator reads those, what was shared is the person's alone.
  const access = await requireAccess(ctx, { personId, serviceId, item, action: 'write' })
  const all = await loadShares(ctx, access.personId, { serviceId })
  const shares = kind ? all.filter((one) => kindOfScope(one.scope) === kind) : all
  const disclosure = { ...access.disclosure, recordClass: 'personal', itemKind: kind, reasonCode: 'shared_service' }
  return {
    thing: { personId: access.personId, shares },
    disclosure: kind && shares.length > 0 ? (disclosure as Granted['disclosure']) : undefined,
    until: access.until,
  }
}

/** Live choices of a person, whatever id of theirs is asked with. */
async function loadShares(
  ctx: Ctx,
  personId: string,
  { serviceId, scopes }: { serviceId?: string; scopes?: readonly string[] },
): Promise<LiveShare[]> {
  const { rows } = await ctx.tx.asSystem('access', () =>
    ctx.tx.query(sharesSql, [personId, serviceId, scopes, ctx.now]),
  )
  return rows.map((row) => ({ serviceId: row.service_id, scope: row.scope, from: row.from_at ?? undefined }))
}

const sharesSql = `
  select g.service_id, g.scope, g.from_at from person asked
  join share_grant g on g.person_id = coalesce(asked.merged_into, asked.id)
  where asked.id = $1 and g.state = 'granted'
    and (g.from_at is null or g.from_at <= $4) and ($2::uuid is null or g.service_id = $2) and ($3::text[] is null or g.scope = any ($3))
  order by g.started_at, g.id`

/** Of several choices the widest; one over everything has no beginning. */
const earliest = (begins: readonly (Date | undefined)[]) =>
  begins.reduce((a, b) => (a && b && a < b ? a : b && a ? b : undefined), begins[0])
