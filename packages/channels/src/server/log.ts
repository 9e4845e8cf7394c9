import type { Cursor, StoredEvent } from '../define/event.ts'

/** A transaction. `pg`'s client fits as it is; Kysely and postgres.js need a three-line adapter. */
export interface SqlExecutor {
  // biome-ignore lint/suspicious/noExplicitAny: rows are read here, column by column, and nowhere else
  query(sql: string, params: unknown[]): Promise<{ rows: any[] }>
}

export type AppendEvent = {
  topic: string
  name: string
  data: unknown
  subjectId?: string | undefined
  actorId?: string | undefined
  /** ISO instant; the database's clock when left out. */
  at?: string | undefined
}

/** What the server needs of a log. Everything runs in the caller's transaction. */
export interface ChannelLog {
  /**
   * Gives the topic's next number and stores the event. Locks the topic's head to commit, so numbers follow commit order and a rollback
   * leaves no hole. Run it in READ COMMITTED; stricter levels answer contention with serialization failures.
   */
  append(tx: SqlExecutor, event: AppendEvent): Promise<StoredEvent>
  /** Several events, possibly of several topics, in one statement and without deadlock. Answers in the order given. */
  appendMany(tx: SqlExecutor, events: AppendEvent[]): Promise<StoredEvent[]>
  /** Seq 0 for a topic without events. Call it in the snapshot's own REPEATABLE READ transaction. */
  head(tx: SqlExecutor, topic: string): Promise<Cursor>
  heads(tx: SqlExecutor, topics: string[]): Promise<Map<string, Cursor>>
  /** The events after `afterSeq`, without a hole; `too-old` when the log no longer holds them all, or never gave that number. */
  read(tx: SqlExecutor, topic: string, afterSeq: number, limit: number): Promise<StoredEvent[] | 'too-old'>
  /** Several such reads in one statement, answered in the order asked. */
  readMany(
    tx: SqlExecutor,
    wants: readonly { topic: string; afterSeq: number }[],
    limit: number,
  ): Promise<(StoredEvent[] | 'too-old')[]>
  /** Daily housekeeping. `days` ≤ 14; today is kept besides. Safe to repeat, and to miss: late expiry never makes a hole. */
  dropOlderThan(tx: SqlExecutor, days: number): Promise<void>
  /** After a restore: every cursor on every device becomes a snapshot, and clients offer their recent sends again. */
  resetEpochs(tx: SqlExecutor): Promise<void>
  /**
   * Call at start-up. Resets the epochs when the database is not on the cluster and timeline where it last ran (dump loaded elsewhere,
   * point-in-time recovery, promotion), and says whether it did. A copy of the disk cannot be told from the original: call `resetEpochs`.
   */
  resetEpochsAfterRestore(tx: SqlExecutor): Promise<boolean>
}
