declare module '../../platform/feature.ts' {
  interface Facts {
    /** A set stands on the person's list from now on; `isRepeat` when it came by itself after the last one was sent. */
    'questions.asked': { assignmentId: string; isRepeat: boolean }
    /**
     * Something a person did says that they may be at risk; announced once for each act. Several about one thing (`aboutId`) are one flag
     * while it is open. `raised` is for the same working day, `urgent` for within 2 hours of open time.
     */
    'risk.seen': {
      personId: string
      serviceId: string
      aboutId: string
      source: 'item9'
      level: 'raised' | 'urgent'
      wantsCall?: boolean
    }
  }
}

export {}
