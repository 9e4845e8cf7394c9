import type { OutboxItem, OutboxStore, SavedState, SnapshotStore } from '@weft/channels/client'
import type { Rows } from './rows.ts'

const idsAt = (accountId: string) => `weft.unsent.${accountId}`

/** Words on their way, and for a while those that arrived, sealed on the device. A full device rejects: what was to be kept is still with the caller. */
export function outboxStore(rows: Rows): OutboxStore {
  const { accountId } = rows
  const note = ({ id, state }: Pick<OutboxItem, 'id' | 'state'>) =>
    remember(accountId, (ids) => (state === 'sent' ? ids.delete(id) : ids.add(id)))
  return {
    all: async () => (await rows.list<OutboxItem>('outbox')).map(([, item]) => item),
    async put(item) {
      await rows.put('outbox', item.id, item)
      note(item)
    },
    async remove(id) {
      await rows.remove('outbox', id)
      remember(accountId, (ids) => ids.delete(id))
    },
  }
}

/** At sign-out: what was sent is no unsent word any more, though it was still kept in case the server should lose it. */
export async function dropSent(rows: Rows): Promise<void> {
  const items = await rows.list<OutboxItem>('outbox')
  const sent = items.filter(([, { state }]) => state === 'sent')
  if (sent.length > 0)
    await rows.change(
      'outbox',
      sent.map(([id]) => [id, undefined]),
    )
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
 * How many unsent things the browser threw away, all of them or some: their ids are kept apart from the words, so that a cleared store is
 * noticed and said rather than passed over. Asked once, at the start.
 */
export async function countCleared(rows: Rows): Promise<number> {
  const before = remembered(rows.accountId)
  if (before.size === 0) return 0
  const kept = new Set((await rows.list('outbox')).map(([id]) => id))
  const cleared = [...before].filter((id) => !kept.has(id))
  remember(rows.accountId, (ids) => {
    for (const id of cleared) ids.delete(id)
  })
  return cleared.length
}

/** Read and written in one breath: tabs of one device share the list. */
function remember(accountId: string, change: (ids: Set<string>) => void): void {
  const ids = remembered(accountId)
  change(ids)
  try {
    if (ids.size === 0) localStorage.removeItem(idsAt(accountId))
    else localStorage.setItem(idsAt(accountId), [...ids].join(' '))
  } catch {
    // A browser that keeps nothing has said so already.
  }
}

function remembered(accountId: string): Set<string> {
  try {
    return new Set((localStorage.getItem(idsAt(accountId)) ?? '').split(' ').filter(Boolean))
  } catch {
    return new Set()
  }
}
