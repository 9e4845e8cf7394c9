import type { OutboxItem, OutboxStore, SavedState, SnapshotStore } from '@weft/channels/client'
import type { Rows } from './rows.ts'

const countAt = (accountId: string) => `weft.unsent.${accountId}`

/** Words on their way, and for a while those that arrived, sealed on the device. A full device rejects: what was to be kept is still with the caller. */
export function outboxStore(rows: Rows): OutboxStore {
  const unsent = new Set<string>()
  const note = ({ id, state }: Pick<OutboxItem, 'id' | 'state'>) =>
    state === 'sent' ? unsent.delete(id) : unsent.add(id)
  return {
    async all() {
      const items = (await rows.list<OutboxItem>('outbox')).map(([, item]) => item)
      items.forEach(note)
      return items
    },
    async put(item) {
      await rows.put('outbox', item.id, item)
      note(item)
      rememberCount(rows.accountId, unsent.size)
    },
    async remove(id) {
      await rows.remove('outbox', id)
      unsent.delete(id)
      rememberCount(rows.accountId, unsent.size)
    },
  }
}

/** What the server last said of each topic. Nothing is lost when the device has no room for it. */
export function snapshotStore(rows: Rows): SnapshotStore {
  return {
    get: (topic) => rows.get<SavedState>('snapshot', topic),
    put: (topic, saved) => rows.put('snapshot', topic, saved),
    remove: (topic) => rows.remove('snapshot', topic),
  }
}

/**
 * How many unsent messages the browser threw away: it keeps the count apart from the words, so that a cleared store is noticed and
 * said rather than passed over. Asked once, at the start.
 */
export async function countCleared(rows: Rows): Promise<number> {
  const remembered = rememberedCount(rows.accountId)
  if (remembered === 0 || (await rows.list('outbox')).length > 0) return 0
  rememberCount(rows.accountId, 0)
  return remembered
}

function rememberCount(accountId: string, count: number): void {
  try {
    if (count === 0) localStorage.removeItem(countAt(accountId))
    else localStorage.setItem(countAt(accountId), String(count))
  } catch {
    // A browser that keeps nothing has said so already.
  }
}

function rememberedCount(accountId: string): number {
  try {
    return Number(localStorage.getItem(countAt(accountId)) ?? 0)
  } catch {
    return 0
  }
}
