import { NOTE_MAX, type SleepDiary } from '@weft/contract/trackers/shapes.ts'
import { isSleepInDoubt, sleepFault, sleepFigures } from '@weft/contract/trackers/sleep.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { Checkbox } from '@weft/ui/choice/choice.tsx'
import { Confirm } from '@weft/ui/confirm/confirm.tsx'
import { ErrorSummary } from '@weft/ui/error-summary/error-summary.tsx'
import { Notice } from '@weft/ui/notice/notice.tsx'
import { TextArea } from '@weft/ui/text-area/text-area.tsx'
import { TextField } from '@weft/ui/text-field/text-field.tsx'
import { useId, useState } from 'react'
import { useForm } from '../../shell/use-form.ts'
import { useWords } from '../../words/words-provider.tsx'
import { ShareLine } from '../privacy/share-line.tsx'
import { type DiaryDraft, questions } from './diary-draft.ts'
import { duration } from './say.ts'

interface DiaryEndProps {
  date: string
  zone: string
  draft: DiaryDraft
  onChange: (draft: DiaryDraft) => void
  onSave: () => Promise<void>
}

/** What the answers come to, in plain sums: no score is shown to people. Then the rest, folded, and Save. */
export function DiaryEnd({ date, zone, draft, onChange, onSave }: DiaryEndProps) {
  const words = useWords()
  const { full } = words.track
  const id = useId()
  const { diary, note } = draft
  const figures = sleepFigures(diary, date, zone)
  const fault = sleepFault(diary, date, zone)
  const [nap, setNap] = useState(diary.napMinutes === undefined ? '' : String(diary.napMinutes))
  const [isAsking, setAsking] = useState(false)
  const isNap = /^\d{1,4}$/.test(nap.trim()) && Number(nap) <= 1440
  const change = (more: SleepDiary) => onChange({ ...draft, diary: { ...diary, ...more } })
  const again = () => onChange({ ...draft, step: 0 })

  const form = useForm({
    check: () => [
      nap !== '' && !isNap && { fieldId: `${id}-nap`, message: full.errors.minutes },
      [...note].length > NOTE_MAX && { fieldId: `${id}-note`, message: words.track.tooLong },
    ],
    act: async () => {
      if (isSleepInDoubt(diary)) setAsking(true)
      else await onSave()
    },
  })

  if (fault) {
    return (
      <Notice
        tone="warn"
        title={full.faults[fault]}
        action={
          <Button kind="primary" onClick={again}>
            {full.check}
          </Button>
        }
      />
    )
  }
  return (
    <form className="form" onSubmit={form.onSubmit} noValidate>
      <h2>{full.endTitle}</h2>
      {form.errors.length > 0 && <ErrorSummary errors={form.errors} />}
      {figures && (
        <div className="track-sums">
          <p>{full.inBed(duration(figures.inBed, words))}</p>
          <p>{full.slept(duration(figures.asleep, words))}</p>
        </div>
      )}
      {questions.some((question) => diary[question] === undefined) && <p>{full.some}</p>}
      <details className="track-more">
        <summary>{full.more}</summary>
        <div className="form">
          <TextField
            id={`${id}-nap`}
            label={full.nap}
            isOptional
            inputMode="numeric"
            suffix={full.inMinutes}
            value={nap}
            error={form.errorOf(`${id}-nap`)}
            onChange={(event) => {
              const text = event.target.value
              setNap(text)
              form.mend(`${id}-nap`)
              change({ napMinutes: /^\d{1,4}$/.test(text.trim()) ? Math.min(1440, Number(text)) : undefined })
            }}
          />
          {(
            [
              ['caffeineAfterNoon', full.caffeine],
              ['alcohol', full.alcohol],
              ['sleepMedicine', full.medicine],
            ] as const
          ).map(([name, label]) => (
            <Checkbox
              key={name}
              label={label}
              checked={diary[name] === true}
              onChange={(event) => change({ [name]: event.target.checked || undefined })}
            />
          ))}
        </div>
      </details>
      <TextArea
        id={`${id}-note`}
        label={words.track.note}
        isOptional
        rows={2}
        maxLength={NOTE_MAX}
        value={note}
        error={form.errorOf(`${id}-note`)}
        onChange={(event) => {
          onChange({ ...draft, note: event.target.value })
          form.mend(`${id}-note`)
        }}
      />
      <ShareLine scope="sleep" />
      <Button kind="primary" block type="submit" id={form.buttonId}>
        {words.track.save}
      </Button>
      <Button kind="quiet" onClick={() => onChange({ ...draft, step: questions.length - 1 })}>
        {full.back}
      </Button>
      {isAsking && (
        <Confirm
          title={full.doubtTitle}
          act={full.doubtYes}
          stay={full.doubtNo}
          onAct={() => void onSave()}
          onStay={() => {
            setAsking(false)
            onChange({ ...draft, step: questions.indexOf('timesWoken') })
          }}
        >
          <p>{full.doubt(duration(diary.minutesAwake ?? 0, words))}</p>
        </Confirm>
      )}
    </form>
  )
}
