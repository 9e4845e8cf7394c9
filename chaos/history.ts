/** What the simulated people did and saw, in real time. The checker reads nothing else but this and the database. */
export interface History {
  sends: Send[]
  edits: EditTry[]
  revokes: Revoke[]
  /** What each device holds at the end. */
  views: DeviceView[]
  /** A device's number for a topic went back within one epoch. */
  headsBack: { device: string; from: number; to: number }[]
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
  isRevoked: boolean
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
  /** Number of the `member.removed` event, by `conversation account`. */
  removedAt: Map<string, number>
  /** Rows of the access log that say this account wrote in this conversation. */
  writes: Map<string, number>
}
