import type { Generated } from 'kysely'

export interface AccessLogTable {
  id: Generated<number>
  person_id: string
  at: Date
  actor_id: string | null
  hat: string | null
  on_behalf_of: string | null
  record_class: string
  item_kind: string
  item_id: string
  action: 'read' | 'write' | 'share' | 'export' | 'print' | 'search_hit' | 'deny'
  purpose: 'care' | 'duty' | 'review' | 'break_glass' | 'circle' | 'support'
  reason_code: string
  request_id: string
  service_id: string | null
  /** About something of which the person may not know; set when it is written, for the log is never changed. */
  hidden_from_person: Generated<boolean>
}

/** One sealed row of the log; `position` is dense from 1 and follows `log_id`. */
export interface AccessLogChainTable {
  log_id: number
  position: number
  hash: Buffer
}

declare module '../../platform/database.ts' {
  interface Database {
    access_log: AccessLogTable
    access_log_chain: AccessLogChainTable
  }
}
