/**
 * Planted bugs, each a mistake somebody could really make, so that a chaos run can show that it would notice. Never set outside tests.
 */
export interface Faults {
  /** A lost bell stays lost. */
  noHeadCheck?: boolean
  /** Events go out as the bell brings them: unordered, doubled, with holes. */
  bellAsTruth?: boolean
  /** Recheck events are passed on, but nobody is asked again and nobody is put out. */
  staleLocalRoom?: boolean
  /** A joining client enters the room before it has caught up. */
  joinBeforeLevel?: boolean
}
