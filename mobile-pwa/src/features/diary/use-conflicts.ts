import type { OutboxItem } from '@weft/channels/client'
import { useMemo } from 'react'
import { useOwned } from '../../shell/own.tsx'
import type { DiaryDraft } from './write-box.tsx'

/** Words that the server would not put over others: they stay on this phone until their writer has chosen. */
export interface Conflict {
  item: OutboxItem
  entryId: string
  mine: DiaryDraft
}

export function useConflicts(): Conflict[] {
  const { refused } = useOwned()
  return useMemo(
    () =>
      refused
        .filter((item) => item.push === 'diary.edit')
        .map((item) => {
          const { entryId, text, prompt, mood } = item.input as unknown as DiaryDraft & { entryId: string }
          return { item, entryId, mine: { text, ...(prompt && { prompt }), ...(mood && { mood }) } }
        }),
    [refused],
  )
}
