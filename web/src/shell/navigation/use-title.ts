import { useEffect } from 'react'
import { useWords } from '../../words/words.ts'

/** “Inbox – Weft”. Never a person's name: titles show on taskbars and in histories. */
export function useTitle(page: string): void {
  const { brand } = useWords()
  useEffect(() => {
    document.title = `${page} – ${brand}`
  }, [page, brand])
}
