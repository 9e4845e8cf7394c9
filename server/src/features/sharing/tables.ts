import type { ShareAsk } from '@weft/contract/sharing/shapes.ts'
import type { ColumnType, Generated } from 'kysely'

type AskScope = ShareAsk['scope']

/** A sharing choice (domain.md 3.4). At most one of a person, service and scope is `granted`; the others are what was chosen before. */
export interface ShareGrantTable {
  id: string
  person_id: string
  service_id: string
  scope: string
  granted_by: Generated<'person' | 'proxy' | 'court'>
  evidence: ColumnType<unknown[], string | undefined, string>
  from_at: Date | null
  started_at: Date
  to_at: Date | null
  checked_at: Date | null
  revision: Generated<number>
  state: 'offered' | 'granted' | 'revoked' | 'expired' | 'superseded'
  moved_from: string | null
  record_class: Generated<string>
  controller_id: string | null
  legal_basis: Generated<string>
  retention_class: Generated<string>
  created_at: Generated<Date>
  created_by: string | null
  created_hat: string | null
  assisted_by: string | null
  version: Generated<number>
}

/** A team's ask to see something. */
export interface ShareAskTable {
  id: string
  person_id: string
  service_id: string
  scope: AskScope
  by_name: string
  by_role: string | null
  state: Generated<'waiting' | 'yes' | 'no' | 'lapsed'>
  answered_at: Date | null
  moved_from: string | null
  record_class: Generated<string>
  controller_id: string
  legal_basis: string
  retention_class: string
  created_at: Date
  created_by: string
  created_hat: string
  assisted_by: string | null
  version: Generated<number>
}

declare module '../../platform/database.ts' {
  interface Database {
    share_grant: ShareGrantTable
    share_ask: ShareAskTable
  }
}
