declare module '../../platform/feature.ts' {
  interface Facts {
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
