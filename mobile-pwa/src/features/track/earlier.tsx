import { listVersions } from '@weft/contract/trackers/operations.ts'
import { useState } from 'react'
import { call } from '../../wire/call.ts'
import { useDates, useWords } from '../../words/words-provider.tsx'
import { nightIn } from './say.ts'

interface EarlierProps {
  personId: string
  forDate: string
  /** Of a problem's rating; without it, of the night. */
  problemId?: string
}

/** What an entry said before it was changed. Asked for only when it is opened. */
export function Earlier({ personId, forDate, problemId }: EarlierProps) {
  const words = useWords()
  const { track } = words
  const dates = useDates()
  const [lines, setLines] = useState<string[]>()
  const [isOffline, setOffline] = useState(false)

  const load = async () => {
    setOffline(false)
    try {
      const { versions } = await call(listVersions, { personId, forDate, ...(problemId && { problemId }) })
      const said = versions.flatMap(({ until, night, rating }) => {
        const value = night ? nightIn(night, words) : rating && track.problem.rated(rating.value)
        const text = [value, (night ?? rating)?.note, rating?.whatHelped].filter(Boolean).join(' · ')
        return night || rating ? [track.until(text, dates.since(until))] : []
      })
      setLines(said)
    } catch {
      setOffline(true)
    }
  }
  return (
    <details className="track-more" onToggle={(event) => event.currentTarget.open && void load()}>
      <summary>{track.before}</summary>
      {isOffline && <p className="track-note">{track.beforeOffline}</p>}
      {lines?.length === 0 && <p className="track-note">{track.beforeNone}</p>}
      <ul className="track-before">
        {lines?.map((line) => (
          <li key={line} dir="auto">
            {line}
          </li>
        ))}
      </ul>
    </details>
  )
}
