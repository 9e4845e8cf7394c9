import { sharedChannel } from '@weft/contract/sharing/channel.ts'
import { type Ctx, type Facts, publication } from '../../platform/feature.ts'
import type {} from '../access/facts.ts'

/**
 * Wakes the screens of those with whom it is shared: each live choice over it gets its next revision, which says nothing but to read
 * again. Publishes `shared.changed`. Nothing at all of what stays private.
 */
export async function tellChange(ctx: Ctx, change: Facts['personal.changed']): Promise<void> {
  const { personId, scope, isShared, alsoUnder = [], serviceId } = change
  if (!isShared) return
  const { rows } = await ctx.tx.asSystem('access', () =>
    ctx.tx.query(
      `with live as (
         select id from share_grant where person_id = $1 and scope = any ($2) and state = 'granted'
           and ($3::uuid is null or service_id = $3) order by id for update
       )
       update share_grant g set revision = g.revision + 1 from live where g.id = live.id
       returning g.service_id, g.scope, g.revision`,
      [personId, [scope, ...alsoUnder], serviceId],
    ),
  )
  await ctx.publishAll(
    rows.map((row) =>
      publication(
        sharedChannel,
        { personId, serviceId: row.service_id },
        'shared.changed',
        { scope: row.scope, revision: row.revision },
        { subjectId: personId },
      ),
    ),
  )
}
