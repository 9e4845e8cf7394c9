import { useToast } from '@weft/ui/toast/toast.tsx'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useWords } from '../words/words-provider.tsx'
import { useStay } from './session.tsx'

const PAUSE_MS = 300

/**
 * What somebody has begun on a form, sealed on this device at each pause: it comes back after a reload, a sign-out, a flat battery. `draft` is
 * `undefined` until the device has been asked, then what was kept or `start`.
 */
export function useKeptDraft<T>(id: string, start: T) {
  const { rows } = useStay()
  const tellFull = useTellFull()
  const [draft, setDraft] = useState<T>()
  const waiting = useRef<{ value: T; timer: ReturnType<typeof setTimeout> }>(undefined)
  const first = useRef(start)
  const hasBegun = useRef(false)

  const store = useCallback(() => {
    const held = waiting.current
    if (!held) return
    clearTimeout(held.timer)
    waiting.current = undefined
    rows.put('draft', id, held.value).catch(tellFull)
  }, [rows, id, tellFull])

  useEffect(() => {
    let isHere = true
    hasBegun.current = false
    // What was typed before the device had answered is newer than anything it kept.
    const take = (kept: T) => isHere && !hasBegun.current && setDraft(kept)
    rows.get<T>('draft', id).then(
      (kept) => take(kept ?? first.current),
      () => take(first.current),
    )
    addEventListener('pagehide', store)
    return () => {
      isHere = false
      removeEventListener('pagehide', store)
      store()
    }
  }, [rows, id, store])

  const change = useCallback(
    (value: T) => {
      hasBegun.current = true
      setDraft(value)
      clearTimeout(waiting.current?.timer)
      waiting.current = { value, timer: setTimeout(store, PAUSE_MS) }
    },
    [store],
  )
  /** It has been saved for good, or given up. */
  const clear = useCallback(
    async (next: T) => {
      clearTimeout(waiting.current?.timer)
      waiting.current = undefined
      setDraft(next)
      await rows.remove('draft', id).catch(() => {})
    },
    [rows, id],
  )
  return { draft, change, clear }
}

/** Said once a form: the words are still in it, and only there. */
export function useTellFull(): () => void {
  const words = useWords()
  const toast = useToast()
  const hasSaid = useRef(false)
  const say = useRef(() => {})
  useEffect(() => {
    say.current = () => toast({ text: words.problem.phoneFull })
  }, [toast, words])
  return useCallback(() => {
    if (!hasSaid.current) say.current()
    hasSaid.current = true
  }, [])
}
