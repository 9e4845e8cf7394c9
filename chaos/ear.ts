import type { ChannelClientOptions } from '@weft/channels/client'

type SocketFactory = NonNullable<ChannelClientOptions['socketFactory']>
type Joined = { topic: string; ok: boolean; value?: { epoch: string; seq: number } }[]

/** Hears what a socket is given on one topic, before the client makes anything of it: what arrived has arrived, shown or not. */
export class Ear {
  readonly #topic: string
  /** The epoch that the topic is in, as far as this device was told. */
  epoch: string | undefined
  /** The highest number that arrived, by epoch; a snapshot is all numbers up to its own. */
  readonly heard = new Map<string, number>()

  constructor(topic: string) {
    this.#topic = topic
  }

  at(factory: SocketFactory): SocketFactory {
    return async (options) => {
      const socket = await factory(options)
      socket.on('joined', (answers: Joined) => {
        for (const { topic, value } of answers) if (topic === this.#topic && value) this.#note(value.epoch, value.seq)
      })
      socket.on('event', ({ topic, seq }: { topic: string; seq: number }) => {
        if (topic === this.#topic && this.epoch) this.#note(this.epoch, seq)
      })
      return socket
    }
  }

  #note(epoch: string, seq: number): void {
    this.epoch = epoch
    this.heard.set(epoch, Math.max(this.heard.get(epoch) ?? 0, seq))
  }
}
