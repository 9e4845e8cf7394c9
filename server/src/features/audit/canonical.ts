import { createHash } from 'node:crypto'

/** One row of the log as the chain knows it; instants as text to the microsecond, so that no driver setting changes a byte. */
export interface LogRow {
  id: number
  person_id: string
  at: string
  actor_id: string | null
  hat: string | null
  on_behalf_of: string | null
  record_class: string
  item_kind: string
  item_id: string
  action: string
  purpose: string
  reason_code: string
  request_id: string
  service_id: string | null
  hidden_from_person: boolean
}

/** The columns in the order in which they are sealed. A new column goes to the end, under a new version of the seal. */
export const sealedColumns = `id, person_id, to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, actor_id, hat,
  on_behalf_of, record_class, item_kind, item_id, action, purpose, reason_code, request_id, service_id, hidden_from_person`

const VERSION = 'weft-access-log-1'

/** What the first row is chained to. */
export const beginning = Buffer.alloc(32)

/** sha256 of the hash before and the row's own bytes. */
export function seal(before: Buffer, row: LogRow): Buffer {
  const bytes = JSON.stringify([
    VERSION,
    row.id,
    row.person_id,
    row.at,
    row.actor_id,
    row.hat,
    row.on_behalf_of,
    row.record_class,
    row.item_kind,
    row.item_id,
    row.action,
    row.purpose,
    row.reason_code,
    row.request_id,
    row.service_id,
    row.hidden_from_person,
  ])
  return createHash('sha256').update(before).update(bytes).digest()
}
