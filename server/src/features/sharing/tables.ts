import type { ColumnType, Generated } from 'kysely'

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

declare module '../../platform/database.ts' {
  interface Database {
    share_grant: ShareGrantTable
  }
}
