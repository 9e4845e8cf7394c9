declare module '../../platform/feature.ts' {
  interface Facts {
    /** Sessions ended: signed out, ended elsewhere, reset, account or staff no longer active. */
    'session.ended': { accountId: string; sessionIds: string[] }
  }
}

export {}
