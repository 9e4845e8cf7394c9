import type { ConversationRow } from '@weft/contract/conversations/shapes.ts'
import { useMemo, useRef, useState } from 'react'

/** Rows change in place at once, but never change places under a finger: a new order waits until it is lifted. */
export function useSteadyOrder(rows: readonly ConversationRow[] = []) {
  const [isHeld, setHeld] = useState(false)
  const order = useRef<readonly string[]>([])

  const steady = useMemo(() => {
    const known = new Map(order.current.map((id, at) => [id, at]))
    const inPlace = isHeld
      ? rows.toSorted((a, b) => (known.get(a.conversationId) ?? -1) - (known.get(b.conversationId) ?? -1))
      : rows
    order.current = inPlace.map((row) => row.conversationId)
    return inPlace
  }, [rows, isHeld])

  const release = () => setHeld(false)
  const hold = {
    onPointerDown: () => setHeld(true),
    onPointerUp: release,
    onPointerCancel: release,
    onPointerLeave: release,
  }
  return { rows: steady, hold }
}
