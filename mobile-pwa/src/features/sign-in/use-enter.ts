import type { Session } from '@weft/contract/people/shapes.ts'
import { useCallback } from 'react'
import { takeNext } from '../../shell/next-place.ts'
import { go } from '../../shell/router.tsx'
import { useSessions } from '../../shell/session.tsx'

/** In, and on to where somebody was going. */
export function useEnter(): (session: Session) => Promise<void> {
  const { accept } = useSessions()
  return useCallback(
    async (session) => {
      await accept(session)
      go(takeNext(), { replace: true })
    },
    [accept],
  )
}
