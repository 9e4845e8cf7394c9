import type { ReactElement } from 'react'

/** One state of one piece, shown on the fixtures page and gone over by axe in both themes. */
export interface Fixture {
  /** Reads as a sentence about the state: “waiting, offline”. Unique within its piece. */
  state: string
  /** The app it is for; both when absent. */
  app?: 'people' | 'staff'
  /** `phone` and `desk` fill a frame of that size; otherwise the state sits in a column of text width. */
  frame?: 'phone' | 'desk'
  show: ReactElement
}
