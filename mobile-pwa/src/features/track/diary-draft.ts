import type { SleepDiary, SleepEntry } from '@weft/contract/trackers/shapes.ts'
import { useEffect, useState } from 'react'
import { useStay } from '../../shell/session.tsx'
import { useTellFull } from '../../shell/use-kept-draft.ts'

/** The questions of the full diary, in order, one a page (experience.md P10). */
export const questions = [
  'intoBed',
  'triedToSleep',
  'minutesToSleep',
  'timesWoken',
  'minutesAwake',
  'finalWake',
  'outOfBed',
  'quality',
] as const
export type Question = (typeof questions)[number]

export interface DiaryDraft {
  /** Questions answered or skipped; all of them leads to the sums. */
  step: number
  diary: SleepDiary
  note: string
}

/**
 * The answers so far, sealed on this device at each page, so that somebody can come back later. Without a draft they begin from what
 * the night says already.
 */
export function useDiaryDraft(date: string, entry: SleepEntry | undefined) {
  const { rows } = useStay()
  const tellFull = useTellFull()
  const [draft, setDraft] = useState<DiaryDraft>()
  const id = `sleep:${date}`

  // biome-ignore lint/correctness/useExhaustiveDependencies: what the night says is where a draft begins, once
  useEffect(() => {
    let isHere = true
    const { timesWoken } = entry ?? {}
    const fresh: DiaryDraft = {
      step: 0,
      diary: entry?.diary ?? (timesWoken === undefined ? {} : { timesWoken }),
      note: entry?.note ?? '',
    }
    rows.get<DiaryDraft>('draft', id).then(
      (kept) => isHere && setDraft(kept ?? fresh),
      () => isHere && setDraft(fresh),
    )
    return () => {
      isHere = false
    }
  }, [rows, id])

  const keep = (next: DiaryDraft) => {
    setDraft(next)
    rows.put('draft', id, next).catch(tellFull)
  }
  const drop = () => rows.remove('draft', id).catch(() => {})
  return { draft, keep, drop }
}
