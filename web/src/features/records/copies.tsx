import { useQuery } from '@tanstack/react-query'
import { listCopies } from '@weft/contract/records/operations.ts'
import type { CopyItem, RecordCopy } from '@weft/contract/records/shapes.ts'
import { kindOfScope, type SharedKind } from '@weft/contract/sharing/shapes.ts'
import { ListRow, RowList } from '@weft/ui/list-row/list-row.tsx'
import { lazy, Suspense, useId, useState } from 'react'
import { call } from '../../shell/call.ts'
import { deviceZone } from '../../words/calendar.ts'
import { useNow } from '../../words/use-now.ts'
import { useWords, type Words } from '../../words/words.ts'
import { copiesKey } from './copies-key.ts'
import './records.css'

const CopyView = lazy(() => import('./copy-view.tsx'))

interface Props {
  personId: string
  personName: string
  serviceId: string
  /** Those that hold anything of these kinds. */
  kinds: readonly SharedKind[]
}

/** What this team saved earlier, whether it is shared now or not. Absent where there is none, or one may not look. */
export function Copies({ personId, personName, serviceId, kinds }: Props) {
  const { records: words, time } = useWords()
  const now = useNow()
  const id = useId()
  const [open, setOpen] = useState<RecordCopy>()
  const { data } = useQuery({
    queryKey: copiesKey(personId, serviceId),
    queryFn: ({ signal }) => call(listCopies, { personId, serviceId }, { signal }),
    gcTime: 0,
  })
  const copies = (data?.copies ?? []).filter(({ items }) => items.some((one) => kinds.includes(kindOfScope(one.scope))))
  if (copies.length === 0) return null
  return (
    <section className="records" aria-labelledby={id}>
      <h3 id={id}>{words.copies}</h3>
      <RowList label={words.copies}>
        {copies.map((copy) => (
          <ListRow
            key={copy.copyId}
            title={<bdi dir="auto">{copy.items.map((item) => itemName(item, words)).join(', ')}</bdi>}
            detail={[
              copy.from && copy.to && words.days(time.date(copy.from), time.date(copy.to)),
              words.by([copy.byName, copy.byRole].filter(Boolean).join(', ')),
              time.moment(copy.takenAt, deviceZone(), now),
            ]
              .filter(Boolean)
              .join(' · ')}
            onPress={() => setOpen(copy)}
          />
        ))}
      </RowList>
      {open && (
        <Suspense>
          <CopyView copy={open} personName={personName} onClose={() => setOpen(undefined)} />
        </Suspense>
      )}
    </section>
  )
}

const itemName = ({ scope, words }: CopyItem, say: Words['records']) => words ?? say.kinds[kindOfScope(scope)]
