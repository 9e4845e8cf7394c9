/** What the simulated people did and saw, in real time. The checker reads nothing else but this and the database. */
export interface History {
  sends: Send[]
  edits: EditTry[]
  reads: ReadTry[]
  revokes: Revoke[]
  /** What each device holds at the end. */
  views: DeviceView[]
  /** A device's number for a topic went back within one epoch. */
  headsBack: { device: string; from: number; to: number }[]
  restores: Restore[]
}

/** The database went back to an earlier point: what was acknowledged in between was lost, and is offered again by those who wrote it. */
export interface Restore {
  from: number
  until: number
}

/** `ok`: acknowledged. `fail`: refused, so it must not be there. `unknown`: never answered, so it may be there or not. */
export type Outcome = 'ok' | 'fail' | 'unknown'

export interface Send {
  messageId: string
  conversationId: string
  device: string
  accountId: string
  isStaff: boolean
  body: string
  /** Order of composing on its device. */
  order: number
  invokedAt: number
  endedAt: number | undefined
  outcome: Outcome
  /** The number that the acknowledgement gave. */
  number: number | undefined
}

export interface EditTry {
  messageId: string
  body: string
  endedAt: number | undefined
  outcome: Outcome
}

export interface ReadTry {
  conversationId: string
  accountId: string
  /** A number of this epoch. */
  through: number
  epoch: string | undefined
  endedAt: number | undefined
  outcome: Outcome
}

export interface Revoke {
  conversationId: string
  accountId: string
  outcome: Outcome
}

export interface SeenMessage {
  messageId: string
  number: number
  body: string
}

export interface DeviceView {
  device: string
  accountId: string
  conversationId: string
  isStaff: boolean
  isRevoked: boolean
  /** The epoch it is in, and the highest number that reached it in each, shown or not. */
  epoch: string | undefined
  heard: ReadonlyMap<string, number>
  messages: SeenMessage[]
  /** Everything of the state but its messages, as text; equal rights must end with equal bytes. */
  rest: string
  /** What the list says is unread, and through where this reader has read. */
  unread: number | undefined
  readThrough: number | undefined
}

/** What is really there once everything has healed, read past every fence. */
export interface Truth {
  messages: {
    messageId: string
    conversationId: string
    number: number
    body: string
    authorId: string | null
    kind: string
  }[]
  /** Numbers of each conversation's topic, in order. */
  numbers: Map<string, number[]>
  /** The epoch that each conversation's topic is in. */
  epochs: Map<string, string>
  /** Number of the `member.removed` event, by `conversation account`. */
  removedAt: Map<string, number>
  /** Notices there are, as `conversation account after number`: the number up to which the account had read. */
  notices: Set<string>
  /** Conversations of which somebody is still to be told that something came. */
  untold: Set<string>
  /** Rows of the access log that say this account wrote in this conversation. */
  writes: Map<string, number>
}
