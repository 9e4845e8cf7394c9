import type { Cursor, Problem, Reply } from './define/event.ts'

/**
 * What crosses the socket, as Socket.IO events.
 *
 * Up: `join` (one JoinRequest, or several for one answer), `leave { topic }`, `push`, `signal`. The handshake's auth may carry
 * `{ resume: JoinRequest[] }`; their answers come as one or more `joined`.
 * Down: `joined` (a list of JoinAnswer), `event`, `presence`, `signal`, `kick { topic, problem }`, `resync { topic }` (join again with your
 * cursor), `drain { afterMs }` (come back, perhaps elsewhere).
 */

/** `span` is the stretch of membership the cursor was won under; see `Access`. */
export type ResumeCursor = Cursor & { span?: string | undefined }

export type JoinRequest = { topic: string; cursor?: ResumeCursor | undefined }

/**
 * Either `state`, true at `seq`, or the first `events` after the cursor, of which `seq` is the last. The rest follow as ordinary events;
 * the client is level once it has reached `head`.
 */
export type Joined = {
  epoch: string
  seq: number
  head: number
  span?: string | undefined
  present: string[]
} & ({ state: unknown; events?: undefined } | { events: WireEvent[]; state?: undefined })

export type JoinAnswer = { topic: string } & Reply<Joined>

export type WireEvent = { topic: string; seq: number; name: string; data: unknown; at: string }

export type PushRequest = { topic: string; name: string; input: unknown }

/** How far this node had got in the topic when it answered, if it has members there: an event of the push is not beyond. */
export type PushReply = Reply & { epoch?: string | undefined; seq?: number | undefined }

export type SignalMessage = { topic: string; name: string; data: unknown; from?: string | undefined }

export type PresenceMessage = { topic: string; came: string[]; went: string[] }

export type KickMessage = { topic: string; problem: Problem }
