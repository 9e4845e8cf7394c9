/**
 * Tells other nodes that something happened. It may lose, double, delay and reorder anything; nothing depends on it but speed.
 */
export interface Bell {
  /** To those nodes, or to all. Never blocks and never throws: what cannot be sent is dropped. */
  publish(batch: string, toNodes?: readonly string[]): void
  /** Batches of other nodes, and possibly our own. Resolves once they can arrive. */
  subscribe(onBatch: (batch: string) => void): Promise<void> | void
  /** False while batches are probably being lost: heads are then read every second. */
  healthy(): boolean
  close(): Promise<void> | void
}
