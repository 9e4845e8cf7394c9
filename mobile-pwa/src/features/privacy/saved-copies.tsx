import { ListRow, RowList } from '@weft/ui/list-row/list-row.tsx'
import { useOwn } from '../../shell/own.tsx'
import { useDates, useWords } from '../../words/words-provider.tsx'
import { whatOf } from './things.ts'

/** What teams keep of what was shared: who saved it, when, and what. Theirs to keep, the person's to know. */
export function SavedCopies() {
  const { privacy, privacyCentre } = useWords()
  const say = privacyCentre.copies
  const dates = useDates()
  const { copies } = useOwn('records').slice
  if (copies.length === 0) return null
  return (
    <section className="privacy__part" aria-labelledby="saved-copies">
      <h2 id="saved-copies">{say.title}</h2>
      <p>{say.about}</p>
      <RowList label={say.title}>
        {copies.map((copy) => (
          <ListRow
            key={copy.copyId}
            title={
              <bdi dir="auto">{copy.items.map(({ scope, words }) => words ?? whatOf(scope, privacy)).join(', ')}</bdi>
            }
            detail={[
              copy.from && copy.to && say.days(dates.date(noon(copy.from)), dates.date(noon(copy.to))),
              say.saved(
                [copy.byName, copy.byRole].filter(Boolean).join(', '),
                copy.serviceName,
                dates.when(copy.takenAt),
              ),
            ]
              .filter(Boolean)
              .join(' · ')}
            href={`/privacy/copies/${copy.copyId}`}
          />
        ))}
      </RowList>
    </section>
  )
}

export const noon = (day: string) => `${day}T12:00:00Z`
