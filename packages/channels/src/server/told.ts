import type { StoredEvent } from '../define/event.ts'
import type { WireEvent } from '../wire.ts'
import { encodeEvent, type Frame } from './frame.ts'

/** Where an event belongs and what it is called: all that a node decides by. */
export type Place = Pick<StoredEvent, 'topic' | 'epoch' | 'seq' | 'name'>

/** An event on its way through a node: its frame is made once, at first use, and comes ready made from another node. */
export class Told implements Place {
  readonly topic: string
  readonly epoch: string
  readonly seq: number
  readonly name: string
  private event: WireEvent | undefined
  private encoded: Frame | undefined

  private constructor({ topic, epoch, seq, name }: Place, event: WireEvent | undefined, encoded: Frame | undefined) {
    this.topic = topic
    this.epoch = epoch
    this.seq = seq
    this.name = name
    this.event = event
    this.encoded = encoded
  }

  static ofEvent(event: StoredEvent): Told {
    return new Told(event, event, undefined)
  }

  /** As another node has encoded it. */
  static ofText(place: Place, text: string): Told {
    return new Told(place, undefined, { text, bytes: undefined })
  }

  get frame(): Frame {
    this.encoded ??= encodeEvent(this.event as WireEvent)
    return this.encoded
  }

  /** What a client is told of it. */
  get wire(): WireEvent {
    this.event ??= JSON.parse((this.encoded as Frame).text.slice(1))[1] as WireEvent
    const { topic, seq, name, data, at } = this.event
    return { topic, seq, name, data, at }
  }
}
