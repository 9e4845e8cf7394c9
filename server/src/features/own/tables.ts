import type { Help } from '@weft/contract/own/choices.ts'

type Instant = Date

export interface OwnChangeTable {
  change_id: string
  person_id: string
  operation: string
  digest: Buffer
  at: Instant
  created_by: string
  created_hat: string
}

export interface OwnChoicesTable {
  person_id: string
  help_with: Help[] | null
  started_at: Instant | null
  record_class: string
  changed_at: Instant
}

declare module '../../platform/database.ts' {
  interface Database {
    own_change: OwnChangeTable
    own_choices: OwnChoicesTable
  }
}
