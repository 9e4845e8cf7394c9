import type { SavedState, Status } from '@weft/channels/client'
import { useEffect, useState } from 'react'
import { useStay } from './session.tsx'

const soonMs = 60_000

/** When what is shown was last true, while it is only this device's copy and more than a minute old. */
export function useSavedAt(topic: string, status: Status): string | undefined {
  const { rows } = useStay()
  const [savedAt, setSavedAt] = useState<number>()
  const isCopy = status !== 'live'
  useEffect(() => {
    let isHere = true
    if (!isCopy) setSavedAt(undefined)
    else rows.get<SavedState>('snapshot', topic).then((saved) => isHere && setSavedAt(saved?.savedAt))
    return () => {
      isHere = false
    }
  }, [rows, topic, isCopy])
  return savedAt !== undefined && Date.now() - savedAt > soonMs ? new Date(savedAt).toISOString() : undefined
}
