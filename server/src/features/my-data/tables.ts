type Maybe = Date | null

export interface MyExportTable {
  id: string
  person_id: string
  account_id: string
  asked_at: Date
  ready_by: Date
  ready_at: Maybe
  /** Until when it opens. */
  ends_at: Maybe
  opened_at: Maybe
  /** Tries at making it. */
  attempts: number
  /** Not tried again before this. */
  next_at: Maybe
  /** When it was given up. */
  failed_at: Maybe
  holds_services: boolean
  /** The zip file, once it is ready. */
  archive: Buffer | null
}

export interface AccountClosingTable {
  id: string
  person_id: string
  account_id: string
  asked_at: Date
  erase_at: Date
  kept_at: Maybe
  erased_at: Maybe
}

declare module '../../platform/database.ts' {
  interface Database {
    my_export: MyExportTable
    account_closing: AccountClosingTable
  }
}
