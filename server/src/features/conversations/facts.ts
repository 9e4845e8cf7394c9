declare module '../../platform/feature.ts' {
  interface Facts {
    /** Something new stands in these threads, at most some hundreds at once: said by the job that tells the inboxes, never by a send. */
    'messages.arrived': { conversationIds: string[] }
  }
}

export {}
