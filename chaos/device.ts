import {
  type ChannelClient,
  createChannelClient,
  memoryOutbox,
  memorySnapshots,
  type Subscription,
  socketIo,
  uuidv7,
} from '@weft/channels/client'
import { conversationChannel } from '@weft/contract/conversations/channel.ts'
import { listConversations } from '@weft/contract/conversations/operations.ts'
import { removeTeamMember } from '@weft/contract/organisations/operations.ts'
import type { ClientPlan } from '../bench/load/dialect.ts'
import { Ear } from './ear.ts'
import type { DeviceView, EditTry, History, ReadTry, Revoke, Send } from './history.ts'
import type { Link } from './link.ts'
import { sorted } from './sorted.ts'

export interface Resident {
  name: string
  plan: ClientPlan
  accountId: string
  hat: string
  isStaff: boolean
}

type Thread = Subscription<typeof conversationChannel>

/** One simulated device: the product's own client, its outbox and its saved state, behind a link that can be cut. */
export class Device {
  readonly resident: Resident
  readonly link: Link
  isRevoked = false
  readonly #history: History
  readonly #origin: string
  readonly #rekey: boolean
  readonly #outbox = memoryOutbox()
  readonly #snapshots = memorySnapshots()
  #client: ChannelClient | undefined
  #thread: Thread | undefined
  #composed = 0
  #edited = 0
  #highest = 0
  /** Of which epoch that is. */
  #highestOf: string | undefined
  readonly #ear: Ear
  #skewMs: number

  constructor(options: {
    resident: Resident
    link: Link
    history: History
    origin: string
    rekey: boolean
    skewMs: number
  }) {
    this.resident = options.resident
    this.link = options.link
    this.#history = options.history
    this.#origin = options.origin
    this.#rekey = options.rekey
    this.#skewMs = options.skewMs
    this.#ear = new Ear(conversationChannel.topicOf({ conversationId: options.resident.plan.room }))
  }

  /** Opens the app, or opens it again: what is unsent and what was last seen are still on the device. `fresh` forgets the latter. */
  open(options: { fresh?: boolean } = {}): void {
    const { cookie, app, room } = this.resident.plan
    const url = `http://127.0.0.1:${this.link.port}`
    this.#client = createChannelClient({
      url,
      path: '/api/socket',
      fetch: (input, init) => fetch(input, { ...init, signal: AbortSignal.timeout(4_000), keepalive: false }),
      headers: () => ({ cookie: cookie as string, 'weft-app': app as string }),
      auth: () => ({ app }),
      socketFactory: this.#ear.at(socketIo({ extraHeaders: { cookie, origin: this.#origin }, timeout: 3_000 })),
      outbox: this.#outbox,
      snapshots: options.fresh ? undefined : this.#snapshots,
      clock: { now: () => Date.now() + this.#skewMs, after: (ms, fn) => later(ms, fn) },
      faults: this.#rekey ? { rekeyOnRetry: (input) => ({ ...input, messageId: uuidv7() }) } : undefined,
    })
    if (options.fresh) this.#highest = 0
    this.#thread = this.#client.open(conversationChannel, { conversationId: room })
    this.#thread.subscribe(() => this.#look())
  }

  async close(): Promise<void> {
    this.#thread?.close()
    await this.#client?.close()
    this.#thread = undefined
    this.#client = undefined
  }

  #look(): void {
    const number = this.#thread?.view().state?.lastNumber
    if (number === undefined) return
    if (this.#highestOf !== this.#ear.epoch) this.#highest = 0
    this.#highestOf = this.#ear.epoch
    if (number < this.#highest)
      this.#history.headsBack.push({ device: this.resident.name, from: this.#highest, to: number })
    this.#highest = Math.max(this.#highest, number)
  }

  send(): void {
    if (!this.#thread || this.isRevoked) return
    this.#composed += 1
    const conversationId = this.resident.plan.room
    const send: Send = {
      messageId: uuidv7(),
      conversationId,
      device: this.resident.name,
      accountId: this.resident.accountId,
      isStaff: this.resident.isStaff,
      body: `${this.resident.name} writes ${this.#composed}`,
      order: this.#composed,
      invokedAt: performance.now(),
      endedAt: undefined,
      outcome: 'unknown',
      number: undefined,
    }
    this.#history.sends.push(send)
    const { done } = this.#thread.push('message.send', { conversationId, messageId: send.messageId, body: send.body })
    void done.then((reply) => {
      send.endedAt = performance.now()
      send.outcome = reply.ok ? 'ok' : 'fail'
      if (reply.ok) send.number = reply.value.number
    })
  }

  edit(): void {
    const mine = this.#thread
      ?.view()
      .state?.messages.findLast((one) => one.author?.accountId === this.resident.accountId && one.kind === 'message')
    if (!mine || !this.#thread || this.isRevoked) return
    const sent = this.#history.sends.find((send) => send.messageId === mine.messageId)
    if (!sent) return
    this.#edited += 1
    const body = `${sent.body}, again ${this.#edited}`
    const edit: EditTry = { messageId: mine.messageId, body, endedAt: undefined, outcome: 'unknown' }
    this.#history.edits.push(edit)
    const { done } = this.#thread.push('message.edit', {
      conversationId: this.resident.plan.room,
      messageId: mine.messageId,
      body: edit.body,
      editId: uuidv7(),
    })
    void done.then((reply) => {
      edit.endedAt = performance.now()
      edit.outcome = reply.ok ? 'ok' : 'fail'
    })
  }

  /** Says that it has read up to the end, or to somewhere before it: a tab that was open for long says what is long known. */
  read(part: number): void {
    const state = this.#thread?.view().state
    if (!state || !this.#thread || this.isRevoked) return
    const { room: conversationId } = this.resident.plan
    const { accountId } = this.resident
    const through = Math.ceil(state.lastNumber * part)
    const read: ReadTry = {
      conversationId,
      accountId,
      through,
      epoch: this.#ear.epoch,
      endedAt: undefined,
      outcome: 'unknown',
    }
    this.#history.reads.push(read)
    void this.#thread.push('conversation.read', { conversationId, through }).done.then((reply) => {
      read.endedAt = performance.now()
      read.outcome = reply.ok ? 'ok' : 'fail'
    })
  }

  /** A coordinator puts a colleague out of the team, and tries until it is certain. */
  async revoke(serviceId: string, teamMemberId: string, accountId: string): Promise<Revoke> {
    const revoke: Revoke = { conversationId: this.resident.plan.room, accountId, outcome: 'unknown' }
    this.#history.revokes.push(revoke)
    for (let attempt = 0; attempt < 40 && revoke.outcome === 'unknown'; attempt += 1) {
      const reply = await this.#client?.call(removeTeamMember, { serviceId, teamMemberId }).then(
        () => 'ok' as const,
        (error: { problem?: { status?: number } }) =>
          error.problem?.status === 404 && attempt > 0 ? ('ok' as const) : undefined,
      )
      if (reply) revoke.outcome = reply
      else await new Promise((resolve) => setTimeout(resolve, 250))
    }
    return revoke
  }

  /** How many of its pushes still wait. */
  async unsent(): Promise<number> {
    await this.#client?.outbox.ready
    return this.#client?.outbox.list().filter((item) => item.state !== 'sent' && item.state !== 'refused').length ?? 0
  }

  hurry(): void {
    this.#client?.retry()
  }

  /** The number this device has reached; −1 while it knows nothing or is not live. */
  reached(): number {
    const view = this.#thread?.view()
    return view?.status === 'live' ? (view.state?.lastNumber ?? -1) : -1
  }

  async view(): Promise<DeviceView> {
    const state = this.#thread?.view().state
    const row = await this.#row()
    const { messages = [], ...rest } = state ?? {}
    return {
      device: this.resident.name,
      accountId: this.resident.accountId,
      conversationId: this.resident.plan.room,
      isStaff: this.resident.isStaff,
      isRevoked: this.isRevoked,
      epoch: this.#ear.epoch,
      heard: this.#ear.heard,
      messages: messages.map(({ messageId, number, body }) => ({ messageId, number, body })),
      rest: JSON.stringify({ ...rest, hasEarlier: undefined }, sorted),
      unread: row?.unread,
      readThrough: row?.readThrough,
    }
  }

  async #row() {
    if (this.isRevoked) return undefined
    const { accountId, hat } = this.resident
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const list = await this.#client?.call(listConversations, { accountId, hat } as never).catch(() => undefined)
      if (list) return list.rows.find((row) => row.conversationId === this.resident.plan.room)
      await new Promise((resolve) => setTimeout(resolve, 300))
    }
    return undefined
  }
}

const later = (ms: number, fn: () => void) => {
  const timer = setTimeout(fn, ms)
  return () => clearTimeout(timer)
}
