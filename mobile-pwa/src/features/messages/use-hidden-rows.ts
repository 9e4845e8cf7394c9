import type { ConversationRow } from '@weft/contract/conversations/shapes.ts'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Rows } from '../../device/rows.ts'
import { useStay } from '../../shell/session.tsx'

const keptAt = 'hidden-rows'

/** Up to which message each hidden conversation is hidden. */
type Hidden = Record<string, number>

/** Rows that somebody put out of sight on this phone alone, until something new comes in them. */
export function useHiddenRows(rows: readonly ConversationRow[]) {
  const { rows: kept } = useStay()
  const [hidden, setHidden] = useState<Hidden>({})
  useEffect(() => {
    let isHere = true
    kept.get<Hidden>('session', keptAt).then(
      (found) => isHere && found && setHidden(found),
      () => {},
    )
    return () => {
      isHere = false
    }
  }, [kept])

  const change = useCallback(
    (conversationId: string, through: number | undefined) =>
      setHidden((before) => {
        const { [conversationId]: _was, ...others } = before
        const next = through === undefined ? others : { ...others, [conversationId]: through }
        void keep(kept, next)
        return next
      }),
    [kept],
  )
  const shown = useMemo(
    () => rows.filter((row) => (row.last?.number ?? 0) > (hidden[row.conversationId] ?? -1)),
    [rows, hidden],
  )
  return { shown, change }
}

const keep = (kept: Rows, hidden: Hidden) => kept.put('session', keptAt, hidden).catch(() => {})
