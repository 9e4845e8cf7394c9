import { shown } from '@weft/contract/trackers/apply.ts'
import { today } from '@weft/contract/trackers/days.ts'
import { useMemo } from 'react'
import { useOwn } from '../../shell/own.tsx'
import { useNow } from '../../shell/use-now.ts'

/**
 * A person's trackers on this device, without what they removed; and which day it is for them. `isReady` once a form may begin from them:
 * when this device knows them, or cannot come to know.
 */
export function useTrackers() {
  const { slice, ...owned } = useOwn('trackers')
  const trackers = useMemo(() => shown(slice), [slice])
  const isReady = owned.isKnown || owned.status === 'offline'
  return { ...owned, trackers, today: today(useNow()), isReady }
}
