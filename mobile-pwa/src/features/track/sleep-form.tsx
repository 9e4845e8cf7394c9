import { NOTE_MAX, type SleepEntry } from '@weft/contract/trackers/shapes.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { Checkbox, RadioGroup } from '@weft/ui/choice/choice.tsx'
import { ErrorSummary } from '@weft/ui/error-summary/error-summary.tsx'
import { Stepper } from '@weft/ui/stepper/stepper.tsx'
import { TextArea } from '@weft/ui/text-area/text-area.tsx'
import { useId } from 'react'
import { useForm } from '../../shell/use-form.ts'
import { useWords } from '../../words/words-provider.tsx'
import { ShareLine } from '../privacy/share-line.tsx'
import { duration } from './say.ts'
import { useBegun } from './use-begun.ts'

export interface QuickAnswers {
  minutesSlept: number
  timesWoken?: number
  note?: string
}

const hours = ['3', '4', '5', '6', '7', '8', '9'] as const
type Hours = (typeof hours)[number] | 'other'
const wakings = ['0', '1', '2', '3', '4', '5'] as const
type Wakings = (typeof wakings)[number]

/** Where chips reach, they stand for what is logged; else the stepper does. */
function hoursOf(minutes: number | undefined): Hours | null {
  if (minutes === undefined) return null
  return hours.find((one) => Number(one) === Math.floor(minutes / 60)) ?? 'other'
}

/** “6” to the eye, in a row of hours; “6 hours” to the ear. */
function Hours({ count, said }: { count: string; said: string }) {
  return (
    <>
      <span aria-hidden="true">{count}</span>
      <span className="visually-hidden">{said}</span>
    </>
  )
}

/** How long, how often awake, and Save. */
export function SleepForm({
  date,
  entry,
  onSave,
}: {
  date: string
  entry: SleepEntry | undefined
  /** `forget`: what was begun is safe as an entry. */
  onSave: (answers: QuickAnswers, forget: () => Promise<void>) => Promise<void>
}) {
  const words = useWords()
  const { track } = words
  const id = useId()
  const { said, say, forget } = useBegun(`night:${date}`, entry, {
    slept: hoursOf(entry?.minutesSlept),
    hasHalf: (entry?.minutesSlept ?? 0) % 60 === 30,
    exact: entry?.minutesSlept ?? 600,
    woke: entry?.timesWoken,
    note: entry?.note ?? '',
  })
  const { slept, hasHalf, exact, woke, note } = said

  const form = useForm({
    check: () => [
      slept === null && { fieldId: id, message: track.night.choose },
      [...note].length > NOTE_MAX && { fieldId: `${id}-note`, message: track.tooLong },
    ],
    act: () =>
      onSave(
        {
          minutesSlept: slept === 'other' ? exact : Number(slept) * 60 + (hasHalf ? 30 : 0),
          ...(woke !== undefined && { timesWoken: woke }),
          ...(note.trim() && { note: note.trim() }),
        },
        forget,
      ),
  })

  return (
    <form className="form" onSubmit={form.onSubmit} noValidate>
      {form.errors.length > 0 && <ErrorSummary errors={form.errors} />}
      <div className="track-hours">
        <RadioGroup
          id={id}
          legend={track.night.slept}
          hint={`${track.night.inHours} ${track.night.guess}`}
          look="chips"
          value={slept}
          onChange={(value) => {
            say({ slept: value })
            form.mend(id)
          }}
          error={form.errorOf(id)}
          options={[
            ...hours.map((value) => ({
              value: value as Hours,
              label: <Hours count={value} said={track.hours(Number(value))} />,
            })),
            { value: 'other', label: track.night.other },
          ]}
        />
        {slept !== null && slept !== 'other' && (
          <Checkbox
            label={track.night.half}
            checked={hasHalf}
            onChange={(event) => say({ hasHalf: event.target.checked })}
          />
        )}
        {slept === 'other' && (
          <Stepper
            label={track.night.exact}
            value={exact}
            min={0}
            max={1440}
            step={30}
            onChange={(minutes) => say({ exact: minutes })}
            say={(minutes) => duration(minutes, words)}
          />
        )}
      </div>
      <div className="track-hours">
        <RadioGroup<Wakings>
          legend={track.night.woke}
          look="chips"
          value={woke === undefined ? null : (String(Math.min(5, woke)) as Wakings)}
          onChange={(value) => say({ woke: Number(value) })}
          options={wakings.map((value) => ({ value, label: value === '5' ? track.night.five : value }))}
        />
        {woke !== undefined && woke >= 5 && (
          <Stepper
            label={track.night.wakings}
            value={woke}
            min={5}
            max={10}
            onChange={(count) => say({ woke: count })}
            say={(count) => (count === 10 ? track.night.ten : String(count))}
          />
        )}
      </div>
      <details className="track-more" open={note !== '' || undefined}>
        <summary>{track.addNote}</summary>
        <TextArea
          id={`${id}-note`}
          label={track.note}
          isOptional
          rows={2}
          maxLength={NOTE_MAX}
          value={note}
          onChange={(event) => {
            say({ note: event.target.value })
            form.mend(`${id}-note`)
          }}
          error={form.errorOf(`${id}-note`)}
        />
      </details>
      <ShareLine scope="sleep" />
      <Button kind="primary" block type="submit" id={form.buttonId}>
        {track.save}
      </Button>
    </form>
  )
}
