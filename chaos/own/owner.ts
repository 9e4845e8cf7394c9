import {
  type ChannelClient,
  createChannelClient,
  memoryOutbox,
  memorySnapshots,
  type OutboxItem,
  type Subscription,
  socketIo,
  uuidv7,
} from '@weft/channels/client'
import { ownChannel } from '@weft/contract/own/channel.ts'
import { getOwn } from '@weft/contract/own/operations.ts'
import { foresee, nothingOwned, type OwnState, ownPushes } from '@weft/contract/own/parts.ts'
import { standsOn } from '@weft/contract/own/stands-on.ts'
import type { Random } from '../../server/src/demo/random.ts'
import type { Link } from '../link.ts'
import { sorted } from '../sorted.ts'
import { type Doing, doSomething } from './acts.ts'
import type { OwnAct, OwnHistory, OwnView } from './history.ts'

/** Whose device it is, and how it is let in. */
export interface Owner {
  name: string
  personId: string
  serviceId: string
  cookie: string
}

interface OwnerOptions {
  owner: Owner
  link: Link
  history: OwnHistory
  origin: string
  random: Random
  skewMs: number
  /** The mistake of a client that makes a second act of a retry. */
  rekey: boolean
}

type Push = (name: string, input: object) => { done: Promise<{ ok: boolean; problem?: { type?: string } }> }

/** One of several devices of somebody who keeps what is theirs on it: the product's own client and feed, and what a screen would make of them. */
export class OwnDevice {
  readonly owner: Owner
  readonly link: Link
  readonly #with: OwnerOptions
  readonly #outbox = memoryOutbox()
  readonly #snapshots = memorySnapshots()
  #client: ChannelClient | undefined
  #feed: Subscription<typeof ownChannel> | undefined
  #done = 0
  #last: string | undefined

  constructor(options: OwnerOptions) {
    this.owner = options.owner
    this.link = options.link
    this.#with = options
  }

  open({ fresh = false } = {}): void {
    const { cookie, personId } = this.owner
    const { origin, rekey } = this.#with
    this.#client = createChannelClient({
      url: `http://127.0.0.1:${this.link.port}`,
      path: '/api/socket',
      fetch: (input, init) => fetch(input, { ...init, signal: AbortSignal.timeout(4_000), keepalive: false }),
      headers: () => ({ cookie, 'weft-app': 'people' }),
      auth: () => ({ app: 'people' }),
      socketFactory: socketIo({ extraHeaders: { cookie, origin }, timeout: 3_000 }),
      outbox: this.#outbox,
      snapshots: fresh ? undefined : this.#snapshots,
      clock: { now: () => this.#now(), after: later },
      faults: rekey ? { rekeyOnRetry: renamed } : undefined,
    })
    this.#feed = this.#client.open(ownChannel, { personId })
  }

  async close(): Promise<void> {
    this.#feed?.close()
    await this.#client?.close()
    this.#feed = undefined
    this.#client = undefined
  }

  #now = () => Date.now() + this.#with.skewMs

  /** What a screen shows: the feed, and what is still on this device as if it were done. */
  #shown(): OwnState | undefined {
    const view = this.#feed?.view()
    if (!view?.state) return undefined
    return unsent(view.pending).reduce(
      (state, { push, input, createdAt }) =>
        push ? foresee(state, push, input, new Date(createdAt).toISOString()) : state,
      view.state,
    )
  }

  /** Does one thing or another; now and then sees to what was refused first. */
  act(): void {
    const { random } = this.#with
    const state = this.#shown()
    if (!this.#feed || !state) return
    const refused = this.#feed.view().pending.filter((item) => item.state === 'refused')
    if (refused.length > 0 && random.next() < 0.5) {
      this.#settle(random.pick(refused), state)
      return
    }
    const words = `${this.owner.name} n${this.#done + 1}.`
    const at = new Date(this.#now()).toISOString()
    const doing = doSomething({ state, random, words, at, serviceId: this.owner.serviceId }, this.#last)
    this.#last = doing?.push
    if (doing) this.#do(doing)
  }

  #do({ push, input, words, sets, saw }: Doing): void {
    const { personId } = this.owner
    const feed = this.#feed as Subscription<typeof ownChannel>
    this.#done += 1
    const standing = standsOn(unsent(feed.view().pending), push, input)
    const act: OwnAct = {
      changeId: uuidv7(),
      push,
      personId,
      device: this.owner.name,
      order: this.#done,
      ...(words && { words }),
      ...(typeof input.entryId === 'string' && { entryId: input.entryId }),
      sets,
      ...(saw !== undefined && { saw }),
      invokedAt: performance.now(),
      endedAt: undefined,
      outcome: 'unknown',
    }
    this.#with.history.acts.push(act)
    const whole = { ...input, ...standing, personId, changeId: act.changeId }
    const { done } = (feed.push as unknown as Push)(push, whole)
    void done.then(({ ok, problem }) => {
      act.endedAt = performance.now()
      act.outcome = ok ? 'ok' : 'fail'
      if (!ok) act.code = problem?.type?.split('/').at(-1)
      // A copy that was under way for long, or that a proxy sent again, arrives after all.
      if (ok && this.#with.random.next() < 0.15) this.#again(push, whole)
    })
  }

  #again(push: string, input: object): void {
    const operation = ownPushes[push as keyof typeof ownPushes]
    setTimeout(
      () => void this.#client?.call(operation, input as never).catch(() => {}),
      this.#with.random.whole(0, 1_500),
    )
  }

  /** Both texts stand before them: they keep their own, the other, or both. */
  #settle(item: OutboxItem, state: OwnState): void {
    const text = item.input.text
    const entry = state.diary.entries.find((one) => one.entryId === item.input.entryId && !one.deletedAt)
    const way = this.#with.random.next()
    if (item.push === 'diary.edit' && typeof text === 'string' && way < 0.7) {
      const words = text
      if (entry && way < 0.35) {
        const input = { entryId: entry.entryId, text, baseVersion: entry.version }
        this.#do({ push: 'diary.edit', input, words, sets: [], saw: entry.text })
      } else {
        const entryId = uuidv7()
        const writtenAt = new Date(this.#now()).toISOString()
        const sets = [{ what: `diary ${entryId} deleted`, to: 'no' }]
        this.#do({ push: 'diary.write', input: { entryId, text, writtenAt }, words, sets })
      }
    }
    const act = this.#with.history.acts.find((one) => one.changeId === item.input.changeId)
    if (act) act.isDiscarded = true
    void this.#client?.outbox.discard(item.id)
  }

  async unsent(): Promise<number> {
    await this.#client?.outbox.ready
    return unsent(this.#client?.outbox.list() ?? []).length
  }

  hurry(): void {
    this.#client?.retry()
  }

  /** All that it shows, as text; nothing while it is not live. */
  shows(): string | undefined {
    const view = this.#feed?.view()
    return view?.status === 'live' && view.state ? JSON.stringify(view.state, sorted) : undefined
  }

  view(): OwnView {
    const refused = this.#client?.outbox.list().filter((item) => item.state === 'refused') ?? []
    return {
      device: this.owner.name,
      personId: this.owner.personId,
      state: this.shows() ?? '',
      refused: refused.map((item) => String(item.input.changeId)),
    }
  }

  /** The server's own answer. */
  async asks(): Promise<string> {
    for (let attempt = 0; attempt < 8; attempt += 1) {
      const state = await this.#client?.call(getOwn, { personId: this.owner.personId }).catch(() => undefined)
      if (state) return JSON.stringify(state, sorted)
      await new Promise((resolve) => setTimeout(resolve, 300))
    }
    return JSON.stringify(nothingOwned, sorted)
  }
}

const unsent = (items: readonly OutboxItem[]) =>
  items.filter((item) => item.state !== 'sent' && item.state !== 'refused')

const renamed = (input: Record<string, unknown>) => ({
  ...input,
  changeId: uuidv7(),
  ...('moodId' in input && 'face' in input && { moodId: uuidv7() }),
  ...('writtenAt' in input && { entryId: uuidv7() }),
})

const later = (ms: number, fn: () => void) => {
  const timer = setTimeout(fn, ms)
  return () => clearTimeout(timer)
}
