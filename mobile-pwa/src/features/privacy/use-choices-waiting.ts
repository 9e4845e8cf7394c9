import { isDueForCheck } from '@weft/contract/sharing/shapes.ts'
import { useState } from 'react'
import { useOwn } from '../../shell/own.tsx'

/** What asks for a yes or a no: teams that want to see something, and choices that are a year old. */
export function useChoicesWaiting() {
  const { asks, shares } = useOwn('sharing').slice
  const [now] = useState(() => Date.now())
  return { asks, old: shares.filter((share) => isDueForCheck(share, now)) }
}
