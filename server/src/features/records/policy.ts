import type { Guard } from '../../platform/feature.ts'
import { Refused } from '../../platform/runner.ts'
import { requireAccess } from '../access/require-access.ts'
import { requireSharing } from '../access/require-shared.ts'
import { type CopyRow, findCopy } from './copy-rows.ts'

/** The service's current team, to read what is shared with it now. What is read for the copy asks and logs for itself. */
const take: Guard = (ctx, { personId, serviceId }) =>
  requireSharing(ctx, { personId: String(personId), serviceId: String(serviceId) })

/** The service whose record it is: its team, and after the end its coordinators. */
const list: Guard = async (ctx, input) => {
  const [personId, serviceId] = [String(input.personId), String(input.serviceId)]
  const item = { recordClass: 'snapshot', kind: 'record_copy', id: personId, staffOnly: true } as const
  const access = await requireAccess(ctx, { personId, serviceId, item, action: 'read' })
  const { hiddenFromPerson: _, ...disclosure } = access.disclosure ?? {}
  const thing = { personId: access.personId }
  return { thing, disclosure: access.disclosure && (disclosure as typeof access.disclosure), until: access.until }
}

/** One copy, of whichever service: that one's team, and the person as far as they are known. */
const read: Guard = async (ctx, { copyId }) => {
  const row = await ctx.tx.asSystem('access', () => findCopy(ctx, String(copyId)))
  if (!row) throw new Refused('no_relation')
  const { person_id: personId, service_id: serviceId, created_by, created_at } = row
  const item = {
    recordClass: 'snapshot',
    kind: 'record_copy',
    id: row.id,
    authorAccountId: created_by,
    madeAt: created_at,
  } as const
  const access = await requireAccess(ctx, { personId, serviceId, item, action: 'read' })
  const thing: CopyRow = row
  return { thing, disclosure: access.disclosure, until: access.until }
}

export const permissions = { 'copy.take': take, 'copy.list': list, 'copy.read': read } satisfies Record<string, Guard>
