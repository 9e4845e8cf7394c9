import { listEntries } from '@weft/contract/diary/operations.ts'
import type { DiaryEntry } from '@weft/contract/diary/shapes.ts'
import { useState } from 'react'
import { useOwned } from '../../shell/own.tsx'
import { CallFailed, call } from '../../wire/call.ts'

const STEP = 40
/** Sorts after every id there is: from now on back. */
const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/**
 * Entries a piece at a time: first of what this phone holds, then page by page from before that. Nothing read this way stays on the
 * phone. What it holds as deleted is in no page.
 */
export function useEarlier(held: readonly DiaryEntry[]) {
  const { personId } = useOwned()
  const [shown, setShown] = useState(STEP)
  const [older, setOlder] = useState<readonly DiaryEntry[]>([])
  const [end, setEnd] = useState<'more' | 'asking' | 'failed' | 'offline' | 'reached'>('more')
  const ids = new Set(held.map((entry) => entry.entryId))
  const all = [...held, ...older.filter((entry) => !ids.has(entry.entryId))]
    .filter((entry) => !entry.deletedAt)
    .sort((a, b) => (a.writtenAt < b.writtenAt ? 1 : -1))

  const more = async () => {
    if (shown < all.length) return setShown(shown + STEP)
    const last = all.at(-1)
    setEnd('asking')
    try {
      const page = await call(listEntries, {
        personId,
        beforeWrittenAt: last?.writtenAt ?? new Date().toISOString(),
        beforeEntryId: last?.entryId ?? lastId,
      })
      setOlder([...older, ...page.entries])
      setShown(shown + STEP)
      setEnd(page.hasMore ? 'more' : 'reached')
    } catch (error) {
      setEnd(error instanceof CallFailed && error.code === 'offline' ? 'offline' : 'failed')
    }
  }
  return { entries: all.slice(0, shown), all, end: shown < all.length ? 'more' : end, more }
}
