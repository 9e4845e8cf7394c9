import type { Rows } from './rows.ts'

/** Words begun in a conversation and not sent. */
export interface Draft {
  text: string
  replyToId?: string
  keepFromPerson?: boolean
}

/** One draft a conversation, sealed on the device; it outlives signing out, for the same account. */
export interface Drafts {
  get(conversationId: string): Promise<Draft | undefined>
  /** An empty draft is none. */
  put(conversationId: string, draft: Draft): Promise<void>
}

export function createDrafts(rows: Rows): Drafts {
  return {
    get: (conversationId) => rows.get<Draft>('draft', conversationId),
    put: (conversationId, draft) =>
      draft.text === '' ? rows.remove('draft', conversationId) : rows.put('draft', conversationId, draft),
  }
}
