/** How a peer is spoken to, frame by frame. The same raw-websocket generator speaks all of them, so that no client library is measured. */
export interface Dialect {
  path: string
  /** Sent once the socket is open, and after which frame the client counts as connected. */
  hello(client: ClientPlan): string[]
  /** What a received frame means. `pong` asks for that frame to be sent back. */
  read(frame: string): Heard
  /** A frame that sends a message; its id comes back in the ack and in the event. */
  send(client: ClientPlan, ackId: number, messageId: string, body: string): string
  headers(client: ClientPlan, origin: string): Record<string, string>
}

export interface ClientPlan {
  room: string
  /** Weft: the session's cookie. */
  cookie?: string
  /** Weft: which app's session it is. */
  app?: string
  /** Weft: where it stood in its topic. */
  cursor?: { epoch: string; seq: number }
}

export type Heard =
  | { is: 'opened' }
  | { is: 'level'; epoch?: string; seq?: number; behind?: boolean }
  | { is: 'ack'; ackId: number; ok: boolean }
  | { is: 'event'; messageId: string | undefined; seq?: number }
  | { is: 'ping'; pong: string }
  | { is: 'refused' }
  | { is: 'noise' }

const engine = (path: string) => `${path}?EIO=4&transport=websocket`
const ackOf = (frame: string, ok: (rest: string) => boolean): Heard => {
  const open = frame.indexOf('[')
  return { is: 'ack', ackId: Number(frame.slice(2, open)), ok: ok(frame) }
}
const idIn = (frame: string, key: string): string | undefined => {
  const at = frame.indexOf(`"${key}":"`)
  return at < 0 ? undefined : frame.slice(at + key.length + 4, at + key.length + 40)
}

/** Socket.IO as a team would first write it: join a room by name, send with an ack. */
export const stock: Dialect = {
  path: engine('/socket.io/'),
  hello: (client) => [`40${JSON.stringify({ room: client.room })}`],
  headers: () => ({}),
  send: (_client, ackId, id, body) => `42${ackId}${JSON.stringify(['message', { id, body }])}`,
  read(frame) {
    if (frame === '2') return { is: 'ping', pong: '3' }
    if (frame.startsWith('0')) return { is: 'opened' }
    if (frame.startsWith('40')) return { is: 'level' }
    if (frame.startsWith('43')) return ackOf(frame, (text) => text.includes('true'))
    if (frame.startsWith('42')) return { is: 'event', messageId: idIn(frame, 'id') }
    return { is: 'noise' }
  },
}

/** Bare websocket: the least that could carry a message. */
export const limit: Dialect = {
  path: '/',
  hello: (client) => [JSON.stringify({ join: client.room })],
  headers: () => ({}),
  send: (_client, ackId, id, body) => JSON.stringify({ a: ackId, id, body }),
  read(frame) {
    if (frame.startsWith('{"a"')) return { is: 'ack', ackId: Number.parseInt(frame.slice(5), 10), ok: true }
    if (frame.startsWith('{"joined"')) return { is: 'level' }
    if (frame.startsWith('{"id"')) return { is: 'event', messageId: frame.slice(7, 43) }
    return { is: 'noise' }
  },
}

/** Weft's own wire: session cookie, resume in the handshake, push with an ack, numbered events. */
export const weft: Dialect = {
  path: engine('/api/socket/'),
  hello: (client) => [
    `40${JSON.stringify({ app: client.app, resume: [{ topic: `conversation:${client.room}`, cursor: client.cursor }] })}`,
  ],
  headers: (client, origin) => ({ cookie: client.cookie ?? '', origin }),
  send: (client, ackId, messageId, body) =>
    `42${ackId}${JSON.stringify(['push', { topic: `conversation:${client.room}`, name: 'message.send', input: { conversationId: client.room, messageId, body } }])}`,
  read(frame) {
    if (frame === '2') return { is: 'ping', pong: '3' }
    if (frame.startsWith('42["event"')) {
      const at = frame.indexOf('"seq":')
      return {
        is: 'event',
        messageId: idIn(frame, 'messageId'),
        seq: Number.parseInt(frame.slice(at + 6, at + 20), 10),
      }
    }
    if (frame.startsWith('43')) return ackOf(frame, (text) => text.includes('{"ok":true'))
    if (frame.startsWith('42["joined"')) return joined(frame)
    if (frame.startsWith('44')) return { is: 'refused' }
    if (frame.startsWith('0')) return { is: 'opened' }
    return { is: 'noise' }
  },
}

function joined(frame: string): Heard {
  const answers = JSON.parse(frame.slice(2))[1] as {
    ok: boolean
    value?: { epoch: string; seq: number; head: number }
  }[]
  const [first] = answers
  if (!first?.ok || !first.value) return { is: 'refused' }
  return { is: 'level', epoch: first.value.epoch, seq: first.value.seq, behind: first.value.seq < first.value.head }
}

export const dialects = { stock, limit, weft }
export type DialectName = keyof typeof dialects
