declare module '../../platform/feature.ts' {
  interface Facts {
    /** A file that a person asked for can be opened. */
    'export.ready': { exportId: string }
  }
}

export {}
