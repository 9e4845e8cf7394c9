import { useEffect, useMemo, useRef, useState } from 'react'
import { createDrafts } from '../../device/drafts.ts'
import { useStay } from '../../shell/session.tsx'

const place = 'goals/new'

/** The words of a goal that is not saved yet: sealed on this device at each pause, and there again whoever comes back. */
export function useBegunGoal() {
  const { rows } = useStay()
  const drafts = useMemo(() => createDrafts(rows), [rows])
  const [words, setWords] = useState('')
  const hasWritten = useRef(false)

  useEffect(() => {
    let isHere = true
    void drafts.get(place).then((draft) => {
      if (isHere && draft && !hasWritten.current) setWords(draft.text)
    })
    return () => {
      isHere = false
    }
  }, [drafts])

  const write = (next: string) => {
    hasWritten.current = true
    setWords(next)
    void drafts.put(place, { text: next })
  }
  return { words, write, forget: () => write('') }
}
