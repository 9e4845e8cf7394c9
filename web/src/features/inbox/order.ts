import { byUrgency, type InboxItem, isWaiting } from './inbox-items.ts'

/**
 * The order a list was last shown in. It never changes by itself: rows update where they stand, new ones wait, and the reader asks for the
 * new order. Only what may no longer be seen leaves at once.
 */
export interface Order {
  ids: readonly string[]
  /** How many of `ids` stood among those who wait. */
  waiting: number
}

export function orderOf(items: readonly InboxItem[]): Order {
  const sorted = [...items].sort(byUrgency)
  return { ids: sorted.map((item) => item.conversationId), waiting: sorted.filter(isWaiting).length }
}

export interface Listed {
  waiting: InboxItem[]
  answered: InboxItem[]
  /** How many rows would stand elsewhere, or appear, if the order were refreshed now. */
  updates: number
}

export function listed(items: readonly InboxItem[], order: Order): Listed {
  const byId = new Map(items.map((item) => [item.conversationId, item]))
  const shown = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? [])
  return {
    waiting: shown(order.ids.slice(0, order.waiting)),
    answered: shown(order.ids.slice(order.waiting)),
    updates: movesBetween(order, byId, orderOf(items)),
  }
}

/** The fewest rows that have to move: those outside the longest run that keeps its order, plus the new ones. */
function movesBetween(order: Order, byId: Map<string, InboxItem>, fresh: Order): number {
  const group = (of: Order) => new Map(of.ids.map((id, at) => [id, at < of.waiting]))
  const before = group(order)
  const after = group(fresh)
  const still = order.ids.filter((id) => byId.has(id) && before.get(id) === after.get(id))
  const place = new Map(fresh.ids.map((id, at) => [id, at]))
  const kept = longestRise(still.map((id) => place.get(id) ?? 0))
  return fresh.ids.length - kept
}

/** Length of the longest strictly rising subsequence. */
function longestRise(numbers: readonly number[]): number {
  const ends: number[] = []
  for (const number of numbers) {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] ?? 0) < number) low = middle + 1
      else high = middle
    }
    ends[low] = number
  }
  return ends.length
}
