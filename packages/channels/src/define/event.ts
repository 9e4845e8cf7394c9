/** A committed fact of a topic. `seq` is dense within an `epoch`, starting at 1. */
export type StoredEvent = {
  topic: string
  epoch: string
  seq: number
  name: string
  data: unknown
  /** ISO instant, for reading by people. Never orders anything. */
  at: string
  actorId?: string
  subjectId?: string
}

/** What `apply` may know besides the data. */
export type EventMeta = { seq: number; at: string }

/** Where a reader stands: the next event it needs is `seq + 1` of this `epoch`. */
export type Cursor = { epoch: string; seq: number }

/** The event that tells every node to ask again who may still listen. Every channel has it, declared or not. */
export const accessChanged = 'access.changed'

/** RFC 9457. `status` decides what a client does with it: 4xx is an answer (429 and 408 apart), 5xx is worth another try. */
export type Problem = {
  type: string
  title: string
  status: number
  detail?: string
  instance?: string
  [extension: string]: unknown
}

/** Every acknowledgement, over the socket and from `call()`. */
export type Reply<Value = unknown> = { ok: true; value: Value } | { ok: false; problem: Problem }
