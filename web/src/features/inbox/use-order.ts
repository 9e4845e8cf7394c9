import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Folder, InboxItem } from './inbox-items.ts'
import { type Listed, listed, type Order, orderOf } from './order.ts'

/** Holds a folder's order still until it is asked for again; another folder, or the first rows, bring a fresh one. */
export function useOrder(
  items: readonly InboxItem[],
  folder: Folder,
  isReady: boolean,
): Listed & { refresh: () => void } {
  const [held, setHeld] = useState<{ folder: Folder; order: Order }>()
  const isFresh = held?.folder === folder
  const order = useMemo(() => (isFresh && held ? held.order : orderOf(items)), [isFresh, held, items])
  useEffect(() => {
    if (isReady && !isFresh) setHeld({ folder, order: orderOf(items) })
  }, [isReady, isFresh, folder, items])
  const refresh = useCallback(() => setHeld({ folder, order: orderOf(items) }), [folder, items])
  const view = useMemo(() => listed(items, order), [items, order])
  return { ...view, refresh }
}
