import { useEffect, useState } from 'react'

export type ConnectionNews = 'well' | 'lost' | 'back'

const lostAfterMs = 3_000
const backForMs = 4_000

/** A short gap is not news; a long one is, and so is its end. */
export function useConnectionNews(isOnline: boolean): ConnectionNews {
  const [news, setNews] = useState<ConnectionNews>('well')
  useEffect(() => {
    if (!isOnline) {
      const timer = setTimeout(() => setNews('lost'), lostAfterMs)
      return () => clearTimeout(timer)
    }
    setNews((before) => (before === 'lost' ? 'back' : 'well'))
    const timer = setTimeout(() => setNews('well'), backForMs)
    return () => clearTimeout(timer)
  }, [isOnline])
  return news
}
