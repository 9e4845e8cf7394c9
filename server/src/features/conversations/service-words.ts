import type { Ctx } from '../../platform/feature.ts'
import type { HoursColumns } from '../organisations/service-hours.ts'
import type { Thread } from './compose.ts'

/** What sending needs of a service. */
export type ServiceColumns = HoursColumns &
  Pick<Thread, 'plain_name' | 'phone' | 'messaging' | 'crisis_panel' | 'words'>

const KEPT = 10_000
const kept = new Map<string, { version: string; service: ServiceColumns }>()

/**
 * Services by id, each exactly as the given version of its row has it, or newer; kept in this process, since a service changes seldom and
 * is asked about with each message. A version names one state of one row, so nothing kept can be out of date.
 */
export async function wordsOfServices(
  ctx: Ctx,
  versions: ReadonlyMap<string, string>,
): Promise<Map<string, ServiceColumns>> {
  const found = new Map<string, ServiceColumns>()
  const lacking: string[] = []
  for (const [id, version] of versions) {
    const known = kept.get(id)
    if (known?.version === version) found.set(id, known.service)
    else lacking.push(id)
  }
  if (lacking.length === 0) return found
  const { rows } = await ctx.tx.query(
    `select id, xmin::text || ctid::text as version, plain_name, phone, messaging, crisis_panel, words, hours, closures, nation, zone,
       reply_target_minutes
     from service where id = any ($1)`,
    [lacking],
    'service-words',
  )
  if (kept.size + rows.length > KEPT) kept.clear()
  for (const { id, version, ...service } of rows) {
    kept.set(id, { version, service })
    found.set(id, service)
  }
  return found
}
