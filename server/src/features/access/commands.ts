import type { Ctx } from '../../platform/feature.ts'
import type { CarerLinkTable, RestrictionTable } from './tables.ts'

// Inner commands: the caller has decided that this may be done. Each announces, in the same transaction, whose access changed.

export interface NewCarerLink {
  carerLinkId: string
  carerAccountId: string
  personId: string
  relationship: string
  basis: CarerLinkTable['basis']
  scopes?: string[]
  serviceIds: string[]
  isParental?: boolean
}

/** An active link: the carer has their own thread with each of the services, and what the scopes open. */
export async function linkCarer(ctx: Ctx, link: NewCarerLink): Promise<void> {
  await ctx.tx.asSystem('access', () =>
    ctx.tx.query(
      `insert into carer_link (id, carer_account_id, person_id, relationship, basis, scopes, services, is_parental, state,
         granted_at, created_at, created_by, created_hat)
       values ($1, $2, $3, $4, $5, $6, $7, $8, 'active', $9, $9, $10, $11)`,
      [
        link.carerLinkId,
        link.carerAccountId,
        link.personId,
        link.relationship,
        link.basis,
        link.scopes ?? [],
        link.serviceIds,
        link.isParental ?? link.basis === 'parental_responsibility',
        ctx.now,
        ...by(ctx),
      ],
    ),
  )
  const { carerLinkId, personId, carerAccountId: accountId, serviceIds } = link
  await ctx.announce('carer.linked', { carerLinkId, personId, accountId, serviceIds })
}

/** What the scopes opened closes; the carer's own thread stays. Repeating is safe. */
export async function suspendCarer(ctx: Ctx, carerLinkId: string): Promise<void> {
  await moveLink(ctx, carerLinkId, ['active'], 'suspended')
}

/** Suspended → active; the scopes count as granted now. */
export async function restoreCarer(ctx: Ctx, carerLinkId: string): Promise<void> {
  await moveLink(ctx, carerLinkId, ['suspended'], 'active')
}

/** The link is over, thread and all. Repeating is safe. */
export async function unlinkCarer(
  ctx: Ctx,
  carerLinkId: string,
  state: 'revoked' | 'expired' = 'revoked',
): Promise<void> {
  const link = await moveLink(ctx, carerLinkId, ['active', 'suspended'], state)
  if (link) await ctx.announce('carer.unlinked', { carerLinkId, ...link })
}

async function moveLink(ctx: Ctx, carerLinkId: string, from: string[], to: string) {
  const { rows } = await ctx.tx.asSystem('access', () =>
    ctx.tx.query(
      `update carer_link set state = $3, version = version + 1, granted_at = case when $3 = 'active' then $4 else granted_at end
       where id = $1 and state = any ($2) returning person_id, carer_account_id`,
      [carerLinkId, from, to, ctx.now],
    ),
  )
  const [row] = rows
  if (!row) return undefined
  const link = { personId: row.person_id as string, accountId: row.carer_account_id as string }
  await ctx.announce('access.changed', link)
  return link
}

export interface NewRestriction {
  restrictionId: string
  personId: string
  kind: RestrictionTable['kind']
  /** Of `bar_actor`. */
  accountId?: string
  /** Of `bar_service`. */
  serviceId?: string
  reason: string
  /** A date, `2026-10-01`. */
  reviewBy?: string
}

/** Keeps somebody or a service out, freezes a record, or hides contact details. Never shown to whom it names. */
export async function setRestriction(ctx: Ctx, one: NewRestriction): Promise<void> {
  const { personId, accountId, serviceId } = one
  await ctx.tx.asSystem('access', () =>
    ctx.tx.query(
      `insert into restriction (id, person_id, kind, account_id, service_id, reason, review_by, created_at, created_by, created_hat)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        one.restrictionId,
        personId,
        one.kind,
        accountId ?? null,
        serviceId ?? null,
        one.reason,
        one.reviewBy ?? null,
        ctx.now,
        ...by(ctx),
      ],
    ),
  )
  await ctx.announce('access.changed', { personId, accountId, serviceId })
}

/** Repeating is safe. */
export async function endRestriction(ctx: Ctx, restrictionId: string): Promise<void> {
  await endLimit(ctx, 'update restriction set', restrictionId)
}

/** An objection upheld: the person's rows are absent for that worker, or for whoever works in that service. */
export async function setMask(
  ctx: Ctx,
  mask: { maskId: string; personId: string; accountId?: string; serviceId?: string },
): Promise<void> {
  const { maskId, personId, accountId, serviceId } = mask
  await ctx.tx.asSystem('access', () =>
    ctx.tx.query(
      `insert into mask (id, person_id, account_id, service_id, created_at, created_by, created_hat)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [maskId, personId, accountId ?? null, serviceId ?? null, ctx.now, ...by(ctx)],
    ),
  )
  await ctx.announce('access.changed', { personId, accountId, serviceId })
}

/** Repeating is safe. */
export async function endMask(ctx: Ctx, maskId: string): Promise<void> {
  await endLimit(ctx, 'update mask set', maskId)
}

async function endLimit(ctx: Ctx, update: 'update restriction set' | 'update mask set', id: string): Promise<void> {
  const { rows } = await ctx.tx.asSystem('access', () =>
    ctx.tx.query(
      `${update} state = 'ended', version = version + 1 where id = $1 and state = 'live' returning person_id, account_id, service_id`,
      [id],
    ),
  )
  for (const row of rows) {
    const [accountId, serviceId] = [row.account_id ?? undefined, row.service_id ?? undefined]
    await ctx.announce('access.changed', { personId: row.person_id, accountId, serviceId })
  }
}

const by = ({ scope }: Ctx): [string | null, string | null] =>
  scope.kind === 'account' ? [scope.accountId, scope.hat] : [null, null]
