import type { Clock } from '../clock.ts'
import type { Reply } from '../define/event.ts'
import { backOffMs } from './clock.ts'
import { isTemporary, noAnswer, retryAfterMs } from './problem.ts'
import type { OutboxItem, OutboxStore } from './stores.ts'
import type { Tabs } from './tabs.ts'

/** `epoch` and `seq` say where the topic stood when the answer was given, if it came by a road that knows. */
export type SentReply = Reply & { epoch?: string | undefined; seq?: number | undefined }

export interface OutboxOptions {
  store: OutboxStore
  tabs: Tabs
  clock: Clock
  random: () => number
  /** One attempt, by whatever road there is. Must not throw; status 0 when no answer came. */
  send(item: OutboxItem): Promise<SentReply>
  isOnline(): boolean
  /** Resolves once this device keeps what came of an item that was sent, or there is no waiting for it. */
  untilKept(item: OutboxItem): Promise<void>
  /** How long something sent is kept, to be offered again should the server have lost it. */
  keepSentMs: number
  onError(error: unknown): void
}

const firstRetryMs = 1_000
const lastRetryMs = 60_000
const patienceMs = 15 * 60_000
const topicsAtOnce = 4
/** How long at least something sent stays in the list: its event may still be on its way. */
const shownMs = 10_000
const archiveMax = 1_000

/**
 * What was written on this device and is on its way. Stored before it is first tried, tried with the same id until there is an answer, in order
 * within each topic, by one tab at a time. Nothing leaves it but by being sent, or by its writer. What was sent stays stored as waiting until
 * the topic's own copy on this device holds it: an app that is closed in between shows it all the same, and asks once more.
 */
export class Outbox {
  private readonly options: OutboxOptions
  private readonly items = new Map<string, OutboxItem>()
  /** Sent, shown no more, kept for a while in case the server loses them. */
  private readonly archive = new Map<string, OutboxItem>()
  private readonly listeners = new Set<() => void>()
  private readonly waiters = new Map<string, ((reply: SentReply) => void)[]>()
  /** Topics (or, without one, items) with an attempt under way or a pause before the next. */
  private readonly busy = new Map<string, () => void>()
  /** Not stored yet: neither they nor what was written after them may be tried. */
  private readonly storing = new Set<string>()
  private readonly discarded = new Set<string>()
  /** Of each item, the last thing that is being done in the store: what takes longer must not be overtaken by what comes after it. */
  private readonly writes = new Map<string, Promise<void>>()
  private sending = 0
  private leading = false
  private stopped = false
  private order = 0
  private onlineSince: number | undefined
  private view: readonly OutboxItem[] = []
  /** Resolves once what was stored has been read. */
  readonly ready: Promise<void>

  constructor(options: OutboxOptions) {
    this.options = options
    this.onlineSince = options.isOnline() ? options.clock.now() : undefined
    this.ready = this.load()
    options.tabs.onMessage((message) => this.hear(message))
    options.tabs.lead(async () => {
      await this.load()
      this.leading = true
      // What another tab was sending when it closed has no answer: the same id again will tell.
      for (const item of this.items.values()) if (item.state === 'sending') void this.update(item, { state: 'waiting' })
      this.wake()
    })
  }

  /** Everything unsent and refused, and what was sent just now, in the order of composing. The same array until something changes. */
  list(): readonly OutboxItem[] {
    return this.view
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Resolves once it is safe on this device. A device that cannot store it says so in the item, and it is sent all the same. */
  async add(draft: Pick<OutboxItem, 'id' | 'topic' | 'push' | 'operation' | 'input'>): Promise<OutboxItem> {
    await this.ready
    const known = this.items.get(draft.id) ?? this.archive.get(draft.id)
    if (known) return known
    const item: OutboxItem = {
      ...draft,
      order: ++this.order,
      state: 'waiting',
      createdAt: this.options.clock.now(),
      attempts: 0,
    }
    this.items.set(item.id, item)
    this.storing.add(item.id)
    await this.store(item)
    this.storing.delete(item.id)
    this.changed(this.items.get(item.id) ?? item)
    this.wake()
    return this.items.get(item.id) ?? item
  }

  /** The server's final answer, or status 0 once the writer discards it. May take as long as the device is offline. */
  settled(id: string): Promise<SentReply> {
    const item = this.items.get(id)
    if (item?.state === 'refused' && item.problem) return Promise.resolve({ ok: false, problem: item.problem })
    if (this.discarded.has(id)) return Promise.resolve({ ok: false, problem: noAnswer() })
    return new Promise((resolve) => this.waiters.set(id, [...(this.waiters.get(id) ?? []), resolve]))
  }

  /** The writer's wish: now, without waiting for the next turn. */
  retry(id: string): void {
    const item = this.items.get(id)
    if (!item || item.state === 'sent' || item.state === 'sending') return
    this.update(item, { state: 'waiting', problem: undefined })
    this.hurry()
    if (!this.leading) this.options.tabs.post({ kind: 'hurry' })
  }

  /** The writer's wish: it is not to be sent. An attempt already under way may still succeed. */
  async discard(id: string): Promise<void> {
    this.options.tabs.post({ kind: 'removed', id })
    await this.forget(id)
  }

  /** There is a road again: whatever was pausing is tried at once. */
  hurry(): void {
    this.noteOnline()
    for (const resume of [...this.busy.values()]) resume()
    this.wake()
  }

  /** Starts or stops counting towards `not-sent`. */
  noteOnline(): void {
    const online = this.options.isOnline()
    if (!online) this.onlineSince = undefined
    else this.onlineSince ??= this.options.clock.now()
  }

  /**
   * The topic's log is of this epoch. What was sent to it under another may have been lost with that one: it is offered again, under the ids it
   * has, so offering what was not lost costs nothing. Without a topic: everything that belongs to none.
   */
  async offerAgain(topic: string | undefined, epoch: string): Promise<void> {
    await this.ready
    const mine = [...this.archive.values(), ...this.items.values()].filter(
      (item) => item.state === 'sent' && item.topic === topic && item.epoch !== epoch,
    )
    for (const item of mine) {
      this.archive.delete(item.id)
      this.items.set(item.id, item)
      await this.update(item, { state: 'waiting', sentAt: undefined, seq: undefined, epoch: undefined })
    }
    if (!mine.length) return
    this.wake()
    if (!this.leading) this.options.tabs.post({ kind: 'hurry' })
  }

  /** Nothing more is sent from here; what is stored stays. */
  stop(): void {
    this.stopped = true
    for (const resume of [...this.busy.values()]) resume()
  }

  private async load() {
    const { store, clock, keepSentMs, onError } = this.options
    const stored = await store.all().catch((error) => {
      onError(error)
      return [] as OutboxItem[]
    })
    for (const item of stored.sort((a, b) => a.order - b.order)) {
      this.order = Math.max(this.order, item.order)
      if (this.items.has(item.id) || this.archive.has(item.id) || this.discarded.has(item.id)) continue
      if (item.state !== 'sent')
        this.items.set(item.id, item.state === 'sending' ? { ...item, state: 'waiting' } : item)
      else if (clock.now() - (item.sentAt ?? 0) < keepSentMs) this.archive.set(item.id, item)
      else await store.remove(item.id).catch(onError)
    }
    this.refresh()
  }

  /** Gives every idle topic its next item. */
  private wake() {
    if (!this.leading || this.stopped) return
    const blocked = new Set<string>()
    for (const item of this.view) {
      if (item.state !== 'waiting' && item.state !== 'not-sent') continue
      const line = item.topic ?? item.id
      if (this.storing.has(item.id)) blocked.add(line)
      if (this.busy.has(line) || blocked.has(line)) continue
      if (this.sending >= topicsAtOnce) return
      void this.attempt(line, item)
    }
  }

  private async attempt(line: string, item: OutboxItem) {
    this.busy.set(line, () => {})
    this.sending++
    // What has been called not sent stays so until it is sent, or its writer asks for it: the word is not taken back for each attempt.
    const state = item.state === 'not-sent' ? item.state : 'sending'
    await this.update(item, { state, attempts: item.attempts + 1 }, { stored: false })
    const trying = this.items.get(item.id) ?? item
    const reply = await this.options.send(trying).catch((): SentReply => ({ ok: false, problem: noAnswer() }))
    this.sending--
    this.busy.delete(line)
    const current = this.items.get(item.id)
    if (current && !this.stopped) await this.conclude(line, current, reply)
    this.wake()
  }

  private async conclude(line: string, item: OutboxItem, reply: SentReply) {
    const { clock } = this.options
    if (reply.ok) {
      const { seq, epoch } = reply
      await this.update(item, { state: 'sent', problem: undefined, sentAt: clock.now(), seq, epoch }, { stored: false })
      void this.storeOnceKept(item.id)
    } else if (isTemporary(reply.problem)) return this.pause(line, item, reply)
    else await this.update(item, { state: 'refused', problem: reply.problem })
    this.tell(item.id, reply)
    this.options.tabs.post({ kind: 'settled', id: item.id, reply })
  }

  private async pause(line: string, item: OutboxItem, reply: Extract<SentReply, { ok: false }>) {
    const { clock, random } = this.options
    const ms = retryAfterMs(reply.problem) + backOffMs(item.attempts - 1, firstRetryMs, lastRetryMs, random)
    const resume = () => {
      cancel()
      this.busy.delete(line)
      this.wake()
    }
    const cancel = clock.after(ms, resume)
    // Being told to wait is waited for, even by an impatient writer.
    this.busy.set(line, retryAfterMs(reply.problem) ? () => {} : resume)
    const state = item.state === 'not-sent' ? item.state : 'waiting'
    await this.update(item, { state, problem: reply.problem }, { stored: false })
    this.judge()
  }

  /** Says so of what has waited long enough, the first of its topic and those behind it alike. */
  private judge() {
    this.noteOnline()
    if (this.onlineSince === undefined) return
    const since = this.options.clock.now() - patienceMs
    if (this.onlineSince > since) return
    for (const item of this.view)
      if (item.state === 'waiting' && item.createdAt <= since) void this.update(item, { state: 'not-sent' })
  }

  private async update(item: OutboxItem, changes: Partial<OutboxItem>, { stored = true } = {}) {
    if (!this.items.has(item.id)) return
    const next = { ...item, ...changes }
    this.items.set(item.id, next)
    this.changed(next)
    if (next.state === 'sent') this.options.clock.after(shownMs, () => void this.putAway(item.id))
    if (stored) await this.store(next)
  }

  private async store(item: OutboxItem) {
    const unsaved = await this.put(item).then(
      () => undefined,
      (error) => {
        this.options.onError(error)
        return true
      },
    )
    const current = this.items.get(item.id)
    if (!current || current.unsaved === unsaved) return
    this.items.set(item.id, { ...current, unsaved })
    this.refresh()
  }

  private async storeOnceKept(id: string) {
    const sent = () => [this.items.get(id), this.archive.get(id)].find((item) => item?.state === 'sent')
    const item = sent()
    if (item) await this.options.untilKept(item)
    const still = sent()
    if (still) await this.put(still).catch(this.options.onError)
  }

  private put(item: OutboxItem): Promise<void> {
    return this.write(item.id, async () => {
      if (!this.discarded.has(item.id)) await this.options.store.put({ ...item, unsaved: undefined })
    })
  }

  private write(id: string, work: () => Promise<void>): Promise<void> {
    const done = (this.writes.get(id) ?? Promise.resolve()).then(work)
    const over = done
      .catch(() => {})
      .then(() => {
        if (this.writes.get(id) === over) this.writes.delete(id)
      })
    this.writes.set(id, over)
    return done
  }

  private async putAway(id: string) {
    const item = this.items.get(id)
    if (item?.state !== 'sent') return
    await this.options.untilKept(item)
    if (this.items.get(id) !== item) return
    this.items.delete(id)
    this.archive.set(id, item)
    this.refresh()
    const [oldest] = this.archive.keys()
    if (this.archive.size <= archiveMax || oldest === undefined) return
    this.archive.delete(oldest)
    void this.options.store.remove(oldest).catch(this.options.onError)
  }

  private async forget(id: string) {
    this.discarded.add(id)
    this.items.delete(id)
    this.refresh()
    this.tell(id, { ok: false, problem: noAnswer() })
    this.wake()
    await this.write(id, () => this.options.store.remove(id)).catch(this.options.onError)
  }

  private changed(item: OutboxItem) {
    this.refresh()
    this.options.tabs.post({ kind: 'item', item })
  }

  private hear(message: unknown) {
    const heard = message as TabMessage
    if (heard.kind === 'item') {
      if (this.discarded.has(heard.item.id)) return
      this.items.set(heard.item.id, heard.item)
      if (heard.item.state === 'sent') this.options.clock.after(shownMs, () => void this.putAway(heard.item.id))
      this.order = Math.max(this.order, heard.item.order)
      this.refresh()
      this.wake()
    } else if (heard.kind === 'settled') this.tell(heard.id, heard.reply)
    else if (heard.kind === 'hurry') this.hurry()
    else if (heard.kind === 'removed') void this.forget(heard.id)
  }

  private tell(id: string, reply: SentReply) {
    for (const resolve of this.waiters.get(id) ?? []) resolve(reply)
    this.waiters.delete(id)
  }

  private refresh() {
    this.view = [...this.items.values()].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
    for (const listener of [...this.listeners]) listener()
  }
}

type TabMessage =
  | { kind: 'item'; item: OutboxItem }
  | { kind: 'settled'; id: string; reply: SentReply }
  | { kind: 'removed'; id: string }
  | { kind: 'hurry' }
