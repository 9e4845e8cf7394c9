import { Button, LinkButton } from '@weft/ui/button/button.tsx'
import { RadioGroup } from '@weft/ui/choice/choice.tsx'
import { ErrorSummary } from '@weft/ui/error-summary/error-summary.tsx'
import { ProgressThread } from '@weft/ui/progress-thread/progress-thread.tsx'
import { TextField } from '@weft/ui/text-field/text-field.tsx'
import { useId, useState } from 'react'
import { useForm } from '../../shell/use-form.ts'
import { useWords } from '../../words/words-provider.tsx'
import { type Question, questions } from './diary-draft.ts'

type Answer = string | number | undefined

interface DiaryQuestionProps {
  question: Question
  step: number
  value: Answer
  /** Nothing when it was skipped. */
  onAnswer: (value: Answer) => void
  onBack: (() => void) | undefined
}

const kinds: Record<Question, 'time' | 'minutes' | 'count' | 'quality'> = {
  intoBed: 'time',
  triedToSleep: 'time',
  minutesToSleep: 'minutes',
  timesWoken: 'count',
  minutesAwake: 'minutes',
  finalWake: 'time',
  outOfBed: 'time',
  quality: 'quality',
}
const counts = Array.from({ length: 11 }, (_, count) => count)
const qualities = [1, 2, 3, 4, 5] as const

/** One question with its own box, and always a way past it. */
export function DiaryQuestion({ question, step, value, onAnswer, onBack }: DiaryQuestionProps) {
  const { track } = useWords()
  const { full } = track
  const id = useId()
  const kind = kinds[question]
  const [answer, setAnswer] = useState(value === undefined ? '' : String(value))
  const form = useForm({
    check: () => [
      isMissing(kind, answer) && { fieldId: id, message: kind === 'time' ? full.errors.time : full.errors.minutes },
    ],
    act: async () => onAnswer(answer === '' ? undefined : kind === 'time' ? answer : Number(answer)),
  })
  const field = { id, label: full.questions[question], hint: full.hints[question], error: form.errorOf(id) }
  const change = (next: string) => {
    setAnswer(next)
    form.mend(id)
  }

  return (
    <form className="form" onSubmit={form.onSubmit} noValidate>
      <ProgressThread step={step + 1} of={questions.length} label={full.question(step + 1, questions.length)} />
      {step === 0 && <p className="form__intro">{full.guide}</p>}
      {form.errors.length > 0 && <ErrorSummary errors={form.errors} />}
      {kind === 'time' && (
        <TextField {...field} type="time" value={answer} onChange={(event) => change(event.target.value)} />
      )}
      {kind === 'minutes' && (
        <TextField
          {...field}
          inputMode="numeric"
          suffix={full.inMinutes}
          value={answer}
          onChange={(event) => change(event.target.value)}
        />
      )}
      {(kind === 'count' || kind === 'quality') && (
        <RadioGroup
          id={id}
          legend={field.label}
          hint={field.hint || undefined}
          look={kind === 'count' ? 'chips' : 'list'}
          value={answer === '' ? null : answer}
          onChange={change}
          options={
            kind === 'count'
              ? counts.map((count) => ({ value: String(count), label: count === 10 ? track.night.ten : String(count) }))
              : qualities.map((quality) => ({ value: String(quality), label: full.qualities[quality] }))
          }
        />
      )}
      <Button kind="primary" block type="submit" id={form.buttonId}>
        {full.next}
      </Button>
      <Button block onClick={() => onAnswer(undefined)}>
        {full.skip}
      </Button>
      <div className="form__more">
        {onBack && (
          <Button kind="quiet" onClick={onBack}>
            {full.back}
          </Button>
        )}
        <LinkButton kind="quiet" href="/track">
          {full.comeBack}
        </LinkButton>
        <p className="track-note">{full.kept}</p>
      </div>
    </form>
  )
}

/** An empty box is a question left out, which is fine; what is in it must be what was asked for. */
function isMissing(kind: (typeof kinds)[Question], answer: string): boolean {
  if (answer === '') return false
  if (kind === 'time') return !/^([01]\d|2[0-3]):[0-5]\d$/.test(answer)
  return !/^\d{1,4}$/.test(answer.trim()) || Number(answer) > 1440
}
