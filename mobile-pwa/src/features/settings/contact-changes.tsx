import { listSafeContactChanges } from '@weft/contract/people/operations.ts'
import type { SafeContactChange } from '@weft/contract/people/shapes.ts'
import { ListRow, RowList } from '@weft/ui/list-row/list-row.tsx'
import { useEffect, useId, useState } from 'react'
import { call } from '../../wire/call.ts'
import { useDates, useWords } from '../../words/words-provider.tsx'

/**
 * That the rules were changed, when and from which device: whoever rewrites them on a phone left open does not do so unseen. Never what they were,
 * which that somebody would read as well. With no signal it is not here: it is never kept on the device.
 */
export function ContactChanges() {
  const say = useWords().contact
  const dates = useDates()
  const id = useId()
  const [changes, setChanges] = useState<readonly SafeContactChange[]>([])
  useEffect(() => {
    let isHere = true
    call(listSafeContactChanges, {}).then(
      (answer) => isHere && setChanges(answer.changes),
      () => {}, // offline: the rules above say so
    )
    return () => {
      isHere = false
    }
  }, [])
  if (changes.length === 0) return null
  return (
    <section className="form" aria-labelledby={id}>
      <h2 id={id}>{say.changes}</h2>
      <RowList label={say.changes}>
        {changes.map(({ at, device }) => (
          <ListRow key={`${at} ${device}`} title={say.changed(`${dates.date(at)}, ${dates.time(at)}`, device)} />
        ))}
      </RowList>
      <p>{say.notYou}</p>
    </section>
  )
}
