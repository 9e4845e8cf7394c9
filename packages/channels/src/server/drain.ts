import type { Hub } from './hub.ts'
import type { Identity } from './options.ts'

/** How long a client may take to go by itself once its moment has come. */
const graceMs = 1_000
const lookMs = 100

/** Asks every client to come back somewhere else, each at its own moment within `spreadMs`, and waits until all have gone. */
export async function drain<I extends Identity>(hub: Hub<I>, spreadMs: number): Promise<void> {
  const endsAt = hub.clock.now() + spreadMs + graceMs
  for (const connection of hub.connections) connection.tell('drain', { afterMs: Math.round(Math.random() * spreadMs) })
  while (hub.connections.size && hub.clock.now() < endsAt)
    await new Promise<void>((resolve) => void hub.clock.after(lookMs, resolve))
  for (const connection of [...hub.connections]) hub.disconnect(connection)
}
