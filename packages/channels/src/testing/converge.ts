import { deepStrictEqual } from 'node:assert'
import type { Channel, StateOf, StoredEvent } from '../define/channel.ts'

/**
 * The test every channel needs: take a snapshot, act, apply what was published to the stale snapshot, and demand that it equals a fresh one.
 * Throws with the difference, in the form in which it travels (JSON).
 */
export async function converge<C extends Channel>(options: {
  channel: C
  /** As the same member both times, with its number, read in one transaction. */
  snapshot(): Promise<{ state: StateOf<C>; seq: number }>
  act(): Promise<unknown>
  /** The topic's events after a number. */
  read(afterSeq: number): Promise<StoredEvent[] | 'too-old'>
}): Promise<{ state: StateOf<C>; events: StoredEvent[] }> {
  const stale = await options.snapshot()
  await options.act()
  const events = await options.read(stale.seq)
  if (events === 'too-old') throw new Error('The log does not hold everything since the snapshot')
  if (!events.length) throw new Error(`Nothing was published on ${options.channel.topic}, so nothing was tested`)
  const applied = events.reduce(
    (state, event) => options.channel.reduce(state, overTheWire(event)),
    overTheWire(stale.state),
  )
  const fresh = await options.snapshot()
  deepStrictEqual(
    overTheWire(applied),
    overTheWire(fresh.state),
    `Applying events to ${options.channel.topic} drifts from its snapshot`,
  )
  deepStrictEqual(events.at(-1)?.seq, fresh.seq, 'The snapshot is true at another number than the last event')
  return { state: fresh.state, events }
}

const overTheWire = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T
