import { uuidv7 } from '@weft/channels/client'
import type { Days } from '@weft/contract/trackers/overview.ts'
import type { KeyMoment } from '@weft/contract/trackers/shapes.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { DateInput } from '@weft/ui/date-input/date-input.tsx'
import { type DateParts, readDate } from '@weft/ui/date-input/read-date.ts'
import { ErrorSummary } from '@weft/ui/error-summary/error-summary.tsx'
import { ListRow, RowList } from '@weft/ui/list-row/list-row.tsx'
import { TextField } from '@weft/ui/text-field/text-field.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { useId, useState } from 'react'
import { useForm } from '../../shell/use-form.ts'
import { useDates, useWords } from '../../words/words-provider.tsx'
import { dayOf } from './say.ts'
import { useTrackers } from './use-trackers.ts'

/** Things that happened, drawn on every chart. Their owner's alone. */
export function Moments({ moments, days, today }: { moments: readonly KeyMoment[]; days: Days; today: string }) {
  const { track } = useWords()
  const dates = useDates()
  const toast = useToast()
  const { push } = useTrackers()
  const [isAdding, setAdding] = useState(false)
  const here = moments.filter(({ onDate }) => days.from <= onDate && onDate <= days.to)
  const remove = async (momentId: string) => {
    await push('moment.remove', { momentId })
    toast({ text: track.removed, onUndo: () => void push('moment.restore', { momentId }) })
  }
  return (
    <section className="track">
      <h2>{track.overview.moments}</h2>
      <p className="track-note">{track.overview.momentsIntro}</p>
      {here.length > 0 && (
        <RowList label={track.overview.moments}>
          {here.map(({ momentId, words, onDate }) => (
            <ListRow
              key={momentId}
              title={<bdi>{words}</bdi>}
              detail={dayOf(onDate, dates)}
              end={
                <Button kind="quiet" onClick={() => void remove(momentId)}>
                  {track.remove}
                </Button>
              }
            />
          ))}
        </RowList>
      )}
      {isAdding ? (
        <AddMoment today={today} onDone={() => setAdding(false)} />
      ) : (
        <Button onClick={() => setAdding(true)}>{track.overview.addMoment}</Button>
      )}
    </section>
  )
}

function AddMoment({ today, onDone }: { today: string; onDone: () => void }) {
  const { track } = useWords()
  const { overview } = track
  const { push } = useTrackers()
  const id = useId()
  const [words, setWords] = useState('')
  const [year = '', month = '', day = ''] = today.split('-').map((part) => String(Number(part)))
  const [on, setOn] = useState<DateParts>({ day, month, year })
  const read = readDate(on, { notAfter: today })
  const form = useForm({
    check: () => [
      (words.trim() === '' || [...words.trim()].length > 80) && { fieldId: id, message: overview.momentErrors.words },
      !read.ok && { fieldId: `${id}-day`, message: overview.momentErrors.day },
    ],
    act: async () => {
      if (read.ok) await push('moment.mark', { momentId: uuidv7(), words: words.trim(), onDate: read.date })
      onDone()
    },
  })
  return (
    <form className="form" onSubmit={form.onSubmit} noValidate>
      {form.errors.length > 0 && <ErrorSummary errors={form.errors} />}
      <TextField
        id={id}
        label={overview.moment}
        hint={overview.momentHint}
        value={words}
        error={form.errorOf(id)}
        onChange={(event) => {
          setWords(event.target.value)
          form.mend(id)
        }}
      />
      <DateInput
        id={`${id}-day`}
        legend={overview.momentDay}
        value={on}
        error={form.errorOf(`${id}-day`)}
        onChange={(next) => {
          setOn(next)
          form.mend(`${id}-day`)
        }}
      />
      <Button kind="primary" type="submit" id={form.buttonId} block>
        {track.save}
      </Button>
    </form>
  )
}
