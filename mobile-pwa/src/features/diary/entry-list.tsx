import type { DiaryEntry } from '@weft/contract/diary/shapes.ts'
import { Badge } from '@weft/ui/badge/badge.tsx'
import type { Face } from '@weft/ui/faces/faces.tsx'
import { Link } from '@weft/ui/link/link.tsx'
import { Pin, Users } from 'lucide-react'
import { useDates, useWords } from '../../words/words-provider.tsx'

/** A calendar date as a moment that falls on it in every zone near here. */
const noon = (date: string) => `${date}T12:00:00`

interface EntriesProps {
  entries: readonly DiaryEntry[]
  pinnedId?: string
}

/** Entries under their days, in the order in which they are given: the day and the time of one are of the same clock, wherever this phone is now. */
export function Entries({ entries, pinnedId }: EntriesProps) {
  const dates = useDates()
  const days = [...Map.groupBy(entries, (entry) => dates.localDay(entry.writtenAt))]
  return days.map(([day, ofDay]) => (
    <section key={day} className="diary-day">
      <h3>{dates.day(noon(day))}</h3>
      <ul className="diary-entries">
        {ofDay.map((entry) => (
          <EntryRow key={entry.entryId} entry={entry} isPinned={entry.entryId === pinnedId} />
        ))}
      </ul>
    </section>
  ))
}

export function EntryRow({ entry, isPinned, withDay }: { entry: DiaryEntry; isPinned: boolean; withDay?: boolean }) {
  const { diary: say } = useWords()
  const dates = useDates()
  const time = dates.time(entry.writtenAt)
  const when = withDay ? `${dates.day(entry.writtenAt)}, ${time}` : time
  return (
    <li>
      <Link className="diary-entry" href={`/diary/${entry.entryId}`}>
        <span className="diary-entry__head">
          <time dateTime={entry.writtenAt}>{when}</time>
          {entry.mood && <span>{say.moods[entry.mood as Face]}</span>}
          {isPinned && <Badge icon={Pin}>{say.pinned}</Badge>}
          {entry.visibility === 'shared' && (
            <Badge tone="info" icon={Users}>
              {say.shared}
            </Badge>
          )}
        </span>
        <bdi dir="auto" className="diary-entry__text">
          {entry.text}
        </bdi>
      </Link>
    </li>
  )
}
