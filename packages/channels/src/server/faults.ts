/**
 * Planted bugs, each a mistake somebody could really make, so that a chaos run can show that it would notice. Never set outside tests.
 */
export interface Faults {
  /** A lost bell stays lost. */
  noHeadCheck?: boolean
  /** Events are numbered as they arrive here: what the bell loses, doubles or turns round stays so. */
  bellAsTruth?: boolean
  /** Recheck events are passed on, but nobody is asked again and nobody is put out. */
  staleLocalRoom?: boolean
}
