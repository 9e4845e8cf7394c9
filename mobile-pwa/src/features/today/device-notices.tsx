import { Notice } from '@weft/ui/notice/notice.tsx'
import { useEffect, useState } from 'react'
import { countCleared } from '../../device/stores.ts'
import { useSessions, useStay } from '../../shell/session.tsx'
import { useWords } from '../../words/words-provider.tsx'

/** What this device could not keep, said plainly. */
export function DeviceNotices() {
  const words = useWords()
  const { lasts } = useSessions()
  const { rows } = useStay()
  const [cleared, setCleared] = useState(0)
  useEffect(() => {
    void countCleared(rows).then(setCleared, () => {})
  }, [rows])

  return (
    <>
      {cleared > 0 && (
        <Notice tone="danger">
          <p>{words.problem.phoneCleared(cleared)}</p>
        </Notice>
      )}
      {!lasts && (
        <Notice tone="warn">
          <p>{words.problem.phoneForgets}</p>
        </Notice>
      )}
    </>
  )
}
