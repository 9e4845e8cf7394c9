import type { Cursor, StoredEvent } from '../define/event.ts'
import type { AppendEvent, ChannelLog } from '../server/log.ts'

/** A log whose every append is its own committed transaction. Its database can be turned off, forget its past, and be restored. */
export interface MemoryLog extends ChannelLog {
  /** What the log holds, without a transaction. */
  events(topic: string): StoredEvent[]
  /** All that ever stood in this epoch's log, expired or not. */
  history(topic: string): StoredEvent[]
  add(event: AppendEvent): StoredEvent
  headNow(topic: string): Cursor
  /** Back to when each topic had no more than `seq` events; with a new epoch, as an operator would. */
  restore(seqOf: (topic: string) => number): void
  /** The same for one topic, by somebody who forgot the new epoch. */
  lose(topic: string, seq: number): void
  /** Forgets all but the newest `keep` events of each topic. */
  expire(keep: number): void
}

export function createMemoryLog(now: () => number = Date.now): MemoryLog {
  const topics = new Map<string, StoredEvent[]>()
  const histories = new Map<string, StoredEvent[]>()
  const heads = new Map<string, number>()
  let epochs = 1
  const epoch = () => `epoch-${epochs}`
  const events = (topic: string) => topics.get(topic) ?? []
  const history = (topic: string) => histories.get(topic) ?? []
  const head = (topic: string): Cursor => ({ epoch: epoch(), seq: heads.get(topic) ?? 0 })

  const add = ({ topic, name, data, subjectId, actorId, at }: AppendEvent): StoredEvent => {
    const seq = head(topic).seq + 1
    const event: StoredEvent = {
      topic,
      epoch: epoch(),
      seq,
      name,
      data: structuredClone(data),
      at: at ?? new Date(now()).toISOString(),
      ...(subjectId !== undefined && { subjectId }),
      ...(actorId !== undefined && { actorId }),
    }
    topics.set(topic, [...events(topic), event])
    histories.set(topic, [...history(topic), event])
    heads.set(topic, seq)
    return event
  }

  const lose = (topic: string, seq: number) => {
    const upTo = (all: StoredEvent[]) => all.filter((event) => event.seq <= seq)
    topics.set(topic, upTo(events(topic)))
    histories.set(topic, upTo(history(topic)))
    heads.set(topic, seq)
  }

  const readNow = (topic: string, afterSeq: number, limit: number): StoredEvent[] | 'too-old' => {
    const found = events(topic)
      .filter((event) => event.seq > afterSeq)
      .slice(0, limit)
    const whole = found.every((event, index) => event.seq === afterSeq + 1 + index)
    return whole && found.length === Math.min(limit, head(topic).seq - afterSeq)
      ? found.map((event) => ({ ...event, epoch: epoch() }))
      : 'too-old'
  }

  return {
    events,
    history,
    headNow: head,
    add,
    restore(seqOf) {
      const kept = new Map([...heads].map(([topic, seq]) => [topic, Math.min(seq, seqOf(topic))]))
      epochs++
      for (const [topic, seq] of kept) lose(topic, seq)
    },
    lose,
    expire(keep) {
      for (const [topic, all] of topics) topics.set(topic, all.slice(-keep))
    },
    append: async (_tx, event) => add(event),
    appendMany: async (_tx, many) => many.map(add),
    head: async (_tx, topic) => head(topic),
    heads: async (_tx, names) => new Map(names.map((name) => [name, head(name)])),
    read: async (_tx, topic, afterSeq, limit) => readNow(topic, afterSeq, limit),
    readMany: async (_tx, wants, limit) => wants.map(({ topic, afterSeq }) => readNow(topic, afterSeq, limit)),
    async dropOlderThan(_tx, days) {
      const from = now() - days * 86_400_000
      for (const [topic, all] of topics)
        topics.set(
          topic,
          all.filter((event) => Date.parse(event.at) >= from),
        )
    },
    async resetEpochs() {
      epochs++
    },
    resetEpochsAfterRestore: async () => false,
  }
}
