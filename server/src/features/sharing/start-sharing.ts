import { ProblemError } from '@weft/contract/problem.ts'
import { sharedChannel } from '@weft/contract/sharing/channel.ts'
import { startSharing } from '@weft/contract/sharing/operations.ts'
import { type ShareFrom, windowOf } from '@weft/contract/sharing/shapes.ts'
import type { Ctx } from '../../platform/feature.ts'
import { Refused } from '../../platform/runner.ts'
import type { AccountScope } from '../../platform/scope.ts'
import type {} from '../access/facts.ts'
import { refreshGrants } from '../access/grants.ts'
import { handleOwn, publishOwn } from '../own/own-change.ts'
import { closeAsks } from './ask-rows.ts'
import { recordChoice } from './record-choice.ts'
import { loadServices, SHARE_COLUMNS, toShare, toSharedScope } from './share-rows.ts'
import type { ShareGrantTable } from './tables.ts'

/** A stop is undone within seconds, or on a device that had no signal for both; later a choice begins anew. */
const UNDO = '10 minutes'

/** Publishes `share.started` to the person's devices and to the service's team; announces `share.changed`. */
export const start = handleOwn(startSharing, (ctx, input, personId) => beginShare(ctx, personId, input))

interface Beginning {
  shareId: string
  serviceId: string
  scope: string
  from: ShareFrom
  again?: string | undefined
}

/** However it came about: whatever still asks for it has its answer. */
export async function beginShare(ctx: Ctx<AccountScope>, personId: string, input: Beginning): Promise<void> {
  const { serviceId, scope } = input
  const from = windowOf(scope, input.from)
  const services = await loadServices(ctx, personId)
  if (!services.some((one) => one.serviceId === serviceId && !one.isLeaving)) throw new Refused('no_relation')
  const which = [personId, serviceId, scope] as const
  await lockChoice(ctx, which)
  await closeAsks(ctx, { personId, serviceId, scope }, 'yes')
  const live = await findChoice(ctx, which, `state = 'granted'`)
  if (live && (!live.from_at || from === 'now')) return
  if (live) await supersede(ctx, live.id)
  const stopped = input.again
    ? await findChoice(
        ctx,
        which,
        `state = 'revoked' and id = $4 and to_at > app_now() - interval '${UNDO}'`,
        input.again,
      )
    : undefined
  const fromAt = stopped ? stopped.from_at : from === 'now' ? ctx.now : null
  const { rows } = await ctx.tx.query(insertSql, [
    input.shareId,
    ...which,
    fromAt,
    ctx.now,
    (live?.revision ?? 0) + 1,
    ctx.scope.accountId,
    ctx.scope.hat,
  ])
  if (!rows[0]) throw new ProblemError('id-taken')
  await refreshGrants(ctx, { personId })
  const undone = stopped && { again: stopped.id, since: stopped.from_at ?? undefined }
  await ctx.announce('share.changed', {
    personId,
    scope,
    isShared: true,
    from: fromAt ? 'now' : 'everything',
    ...undone,
  })
  await recordChoice(ctx, { personId, serviceId, scope })
  await publishOwn(ctx, personId, 'share.started', toShare(rows[0]))
  const told = { subjectId: personId }
  await ctx.publish(sharedChannel, { personId, serviceId }, 'share.started', toSharedScope(rows[0]), told)
}

/** Two devices that start the same at once do it one after the other. */
export async function lockChoice(ctx: Ctx, which: readonly string[]): Promise<void> {
  await ctx.tx.query('select pg_advisory_xact_lock(hashtextextended($1, 7210509))', [which.join(' ')])
}

type Choice = Pick<ShareGrantTable, 'id' | 'from_at'> & { revision: number }

async function findChoice(
  ctx: Ctx,
  which: readonly [personId: string, serviceId: string, scope: string],
  condition: string,
  id?: string,
): Promise<Choice | undefined> {
  const { rows } = await ctx.tx.query(
    `select id, from_at, revision from share_grant where person_id = $1 and service_id = $2 and scope = $3 and ${condition}`,
    [...which, ...(id ? [id] : [])],
  )
  return rows[0]
}

async function supersede(ctx: Ctx, id: string): Promise<void> {
  await ctx.tx.query(`update share_grant set state = 'superseded', to_at = $2, version = version + 1 where id = $1`, [
    id,
    ctx.now,
  ])
}

const insertSql = `
  insert into share_grant (id, person_id, service_id, scope, from_at, started_at, revision, state, created_at, created_by, created_hat)
  values ($1, $2, $3, $4, $5, $6, $7, 'granted', $6, $8, $9) on conflict (id) do nothing returning ${SHARE_COLUMNS}`
