declare module '../../platform/feature.ts' {
  interface Facts {
    /** Somebody made their account with its patient hat; `personId` is theirs. */
    'account.opened': { accountId: string; personId: string }
    /** An account is being closed: nothing of its people's side holds any more. Its other devices are signed out already. */
    'account.closing': { accountId: string; personId?: string }
    /** It is kept after all. */
    'account.kept': { accountId: string; personId?: string }
    /** Sessions ended: signed out, ended elsewhere, reset, run out, account or staff no longer active. Their sockets are closed besides. */
    'session.ended': { accountId: string; sessionIds: string[] }
  }
}

export {}
