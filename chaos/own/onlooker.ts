import {
  type ChannelClient,
  type ChannelClientOptions,
  createChannelClient,
  memoryOutbox,
  socketIo,
} from '@weft/channels/client'
import { listSharedEntries } from '@weft/contract/diary/operations.ts'
import { sharedChannel } from '@weft/contract/sharing/channel.ts'
import { listSharedTrackers } from '@weft/contract/trackers/operations.ts'
import type { Link } from '../link.ts'
import type { OwnHistory } from './history.ts'
import type { Owner } from './owner.ts'

const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** Words as the owners' devices write them. */
const written = /p\d+d\d+ n\d+\./g
export const wordsIn = (text: string): string[] => text.match(written) ?? []

/** A colleague of the owner's team, who looks at what is shared again and again, and hears what their socket is told. */
export class Onlooker {
  readonly link: Link
  readonly #name: string
  readonly #client: ChannelClient
  readonly #history: OwnHistory
  readonly #asked: { personId: string; serviceId: string }

  constructor(options: { owner: Owner; cookie: string; link: Link; history: OwnHistory; origin: string }) {
    const { owner, cookie, link, history, origin } = options
    this.link = link
    this.#name = `a colleague of ${owner.name}`
    this.#history = history
    this.#asked = { personId: owner.personId, serviceId: owner.serviceId }
    this.#client = createChannelClient({
      url: `http://127.0.0.1:${link.port}`,
      path: '/api/socket',
      fetch: (input, init) => fetch(input, { ...init, signal: AbortSignal.timeout(4_000), keepalive: false }),
      headers: () => ({ cookie, 'weft-app': 'staff' }),
      auth: () => ({ app: 'staff' }),
      socketFactory: this.#listening(socketIo({ extraHeaders: { cookie, origin }, timeout: 3_000 })),
      outbox: memoryOutbox(),
    })
    this.#client.open(sharedChannel, this.#asked)
  }

  #listening(factory: NonNullable<ChannelClientOptions['socketFactory']>): typeof factory {
    return async (options) => {
      const socket = await factory(options)
      const hear = (said: unknown) => {
        for (const words of wordsIn(JSON.stringify(said) ?? ''))
          this.#history.overheard.push({ onlooker: this.#name, words })
      }
      socket.on('joined', hear)
      socket.on('event', hear)
      return socket
    }
  }

  /** Looks once at everything; what could not be read was not seen. */
  async look(): Promise<boolean> {
    const between = { from: dayFromNow(-10), to: dayFromNow(1) }
    const looks = [
      () => this.#client.call(listSharedTrackers, { ...this.#asked, ...between }),
      () => this.#client.call(listSharedEntries, this.#asked),
    ].map(async (ask) => {
      const invokedAt = performance.now()
      const answer = await ask().catch(() => undefined)
      if (!answer) return false
      const [onlooker, endedAt] = [this.#name, performance.now()]
      const words = wordsIn(JSON.stringify(answer))
      this.#history.reads.push({ onlooker, personId: this.#asked.personId, words, invokedAt, endedAt })
      return true
    })
    return (await Promise.all(looks)).every(Boolean)
  }

  close(): Promise<void> {
    return this.#client.close()
  }
}
