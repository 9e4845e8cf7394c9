import { listTips } from '@weft/contract/tips/operations.ts'
import type { TipCard } from '@weft/contract/tips/shapes.ts'
import { useCallback, useEffect, useState } from 'react'
import type { Rows } from '../../device/rows.ts'
import { CallFailed, call } from '../../wire/call.ts'
import { keepCards, keptCards } from './kept-tips.ts'

export interface Cards {
  /** Absent until this device has been told once. */
  cards: readonly TipCard[] | undefined
  /** The server has answered just now. */
  isFresh: boolean
  failed: CallFailed | undefined
  load(): void
}

/** Every tip there is to read: what this device keeps at once, and what the server says as soon as it does. */
export function useCards(rows?: Rows): Cards {
  const [cards, setCards] = useState<readonly TipCard[]>()
  const [isFresh, setFresh] = useState(false)
  const [failed, setFailed] = useState<CallFailed>()

  const load = useCallback(() => {
    setFailed(undefined)
    call(listTips, {}).then(
      ({ tips }) => {
        setCards(tips)
        setFresh(true)
        if (rows) void keepCards(rows, tips).catch(() => {}) // a full device reads them from the network
      },
      (error) => error instanceof CallFailed && setFailed(error),
    )
  }, [rows])

  useEffect(() => {
    let isHere = true
    if (rows) void keptCards(rows).then((kept) => isHere && kept && setCards((now) => now ?? kept))
    load()
    addEventListener('online', load)
    return () => {
      isHere = false
      removeEventListener('online', load)
    }
  }, [rows, load])

  return { cards, isFresh, failed, load }
}

/** One's own language first, then English. */
export const inMyLanguage = (cards: readonly TipCard[], language: string): TipCard[] => [
  ...cards.filter((card) => card.language === language),
  ...cards.filter((card) => card.language === 'en' && language !== 'en'),
]
