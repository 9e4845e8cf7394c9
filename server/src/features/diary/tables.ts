import type { Generated } from 'kysely'

type Instant = Date

export interface DiaryEntryTable {
  id: string
  person_id: string
  body: string
  prompt: string | null
  mood: number | null
  written_at: Instant
  for_date: string
  visibility: 'private' | 'shared'
  is_pinned: boolean
  deleted_at: Instant | null
  changed_at: Instant
  record_class: Generated<string>
  controller_id: string | null
  legal_basis: Generated<string>
  retention_class: Generated<string>
  created_at: Generated<Instant>
  created_by: string | null
  created_hat: string | null
  assisted_by: string | null
  version: number
}

export interface DiaryEntryVersionTable {
  entry_id: string
  version: number
  person_id: string
  body: string
  prompt: string | null
  mood: number | null
  until_at: Instant
}

declare module '../../platform/database.ts' {
  interface Database {
    diary_entry: DiaryEntryTable
    diary_entry_version: DiaryEntryVersionTable
  }
}
