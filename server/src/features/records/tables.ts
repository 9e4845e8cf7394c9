import type { CopyContent } from '@weft/contract/records/operations.ts'
import type { CopyItem } from '@weft/contract/records/shapes.ts'
import type { ColumnType, Generated } from 'kysely'

/** A copy as it was taken. Never changed: the database refuses it too. */
export interface RecordCopyTable {
  id: string
  person_id: string
  service_id: string
  items: ColumnType<CopyItem[], string, never>
  from_date: string | null
  to_date: string | null
  content: ColumnType<CopyContent, string, never>
  by_name: string
  by_role: string | null
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
    record_copy: RecordCopyTable
  }
}
