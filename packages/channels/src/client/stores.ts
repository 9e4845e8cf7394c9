import type { Problem } from '../define/event.ts'
import type { OperationAddress } from './http.ts'

/**
 * `waiting` it has not been stored by the server · `sending` an attempt is under way · `sent` the server has it · `not-sent` waiting for more
 * than 15 minutes although online; still being tried · `refused` the server will not have it as it is, its words are kept.
 */
export type SendState = 'waiting' | 'sending' | 'sent' | 'not-sent' | 'refused'

/** Something its writer wants done. Plain data: it survives a reload and an update of the app. */
export interface OutboxItem {
  /** The item's own. What makes a second copy harmless is the id inside `input`, which is never changed. */
  id: string
  /** Order of composing on this device. */
  order: number
  /** Items of one topic are sent one after the other. */
  topic?: string | undefined
  /** The push's name on that topic, when it can go over the socket. */
  push?: string | undefined
  operation: OperationAddress
  input: Record<string, unknown>
  state: SendState
  createdAt: number
  attempts: number
  problem?: Problem | undefined
  sentAt?: number | undefined
  /** Where the topic stood when it was answered: the event is not beyond `seq` of `epoch`. */
  seq?: number | undefined
  epoch?: string | undefined
  /** Set when the device could not store it: a reload would lose it. */
  unsaved?: boolean | undefined
}

/** Where unsent words live. Encryption and quota are the host's. */
export interface OutboxStore {
  all(): Promise<OutboxItem[]>
  put(item: OutboxItem): Promise<void>
  remove(id: string): Promise<void>
}

export type SavedState = { state: unknown; epoch: string; seq: number; span?: string | undefined; savedAt: number }

/** What an app shows with no signal: the last state of each topic, and where to go on from. */
export interface SnapshotStore {
  get(topic: string): Promise<SavedState | undefined>
  put(topic: string, saved: SavedState): Promise<void>
  remove(topic: string): Promise<void>
}

export function memoryOutbox(): OutboxStore {
  const items = new Map<string, OutboxItem>()
  return {
    all: async () => [...items.values()].map((item) => structuredClone(item)),
    put: async (item) => void items.set(item.id, structuredClone(item)),
    remove: async (id) => void items.delete(id),
  }
}

export function memorySnapshots(): SnapshotStore {
  const saved = new Map<string, SavedState>()
  return {
    get: async (topic) => structuredClone(saved.get(topic)),
    put: async (topic, state) => void saved.set(topic, structuredClone(state)),
    remove: async (topic) => void saved.delete(topic),
  }
}
