import { NOTE_MAX, type Problem, type ProblemRating } from '@weft/contract/trackers/shapes.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { ErrorSummary } from '@weft/ui/error-summary/error-summary.tsx'
import { Notice } from '@weft/ui/notice/notice.tsx'
import { RatingScale } from '@weft/ui/rating-scale/rating-scale.tsx'
import { TextArea } from '@weft/ui/text-area/text-area.tsx'
import { useId, useState } from 'react'
import { useScreen } from '../../shell/frame.tsx'
import { NotHere } from '../../shell/not-here.tsx'
import { OwnLoading } from '../../shell/own-loading.tsx'
import { useForm } from '../../shell/use-form.ts'
import { useDates, useWords } from '../../words/words-provider.tsx'
import { ShareLine } from '../privacy/share-line.tsx'
import { DaySteps, isLoggable } from './day-steps.tsx'
import { Earlier } from './earlier.tsx'
import { Saved } from './saved.tsx'
import { dayOf, relativeDay } from './say.ts'
import { useBegun } from './use-begun.ts'
import { useTrackers } from './use-trackers.ts'
import './track.css'

/** How much something bothered me, in my own words for it (experience.md P11). */
export default function ProblemScreen({ params }: { params: Record<string, string> }) {
  const { track } = useWords()
  const { trackers, today, isKnown } = useTrackers()
  // What was begun before midnight is of that day, and stays.
  const [opened] = useState(today)
  const { id = '', date = opened } = params
  useScreen({ title: track.problem.title, back: '/track' })
  const problem = trackers.problems.find((one) => one.problemId === id)
  if (!problem && !isKnown) return <OwnLoading shape="lines" />
  return problem && isLoggable(date, today) ? (
    <Day key={date} problem={problem} date={date} today={today} />
  ) : (
    <NotHere />
  )
}

function Day({ problem, date, today }: { problem: Problem; date: string; today: string }) {
  const words = useWords()
  const { track } = words
  const dates = useDates()
  const { trackers, push, personId } = useTrackers()
  const { problemId } = problem
  const rating = trackers.ratings.find((one) => one.problemId === problemId && one.forDate === date)
  const [before, setBefore] = useState<{ rating: ProblemRating | undefined }>()

  const save = async (answers: Answers, forget: () => Promise<void>) => {
    const was = rating
    await push('problem.rate', { problemId, forDate: date, recordedAt: new Date().toISOString(), ...answers })
    await forget()
    setBefore({ rating: was })
  }
  const undo = async () => {
    const was = before?.rating
    if (!was) await push('problem.unrate', { problemId, forDate: date })
    else {
      const { value, note, whatHelped } = was
      await push('problem.rate', {
        problemId,
        forDate: date,
        recordedAt: new Date().toISOString(),
        value,
        note,
        whatHelped,
      })
    }
    setBefore(undefined)
  }

  if (before && rating) return <Saved what={track.problem.rated(rating.value)} onUndo={() => void undo()} />
  const day = relativeDay(date, today, dates, words)
  return (
    <div className="form">
      <DaySteps date={date} today={today} placeOf={(on) => `/track/problems/${problemId}/${on}`}>
        {day}
      </DaySteps>
      {problem.state === 'paused' && <Notice tone="info" title={track.problem.paused} />}
      <RatingForm
        question={
          date === today ? track.problem.how(problem.words) : track.problem.howOn(problem.words, dayOf(date, dates))
        }
        date={date}
        rating={rating}
        scope={`problem:${problemId}`}
        onSave={save}
      />
      {rating && <Earlier personId={personId} forDate={date} problemId={problemId} />}
    </div>
  )
}

interface Answers {
  value: number
  note?: string
  whatHelped?: string
}

interface RatingFormProps {
  question: string
  date: string
  rating: ProblemRating | undefined
  scope: string
  /** `forget`: what was begun is safe as an entry. */
  onSave: (answers: Answers, forget: () => Promise<void>) => Promise<void>
}

function RatingForm({ question, date, rating, scope, onSave }: RatingFormProps) {
  const { track } = useWords()
  const id = useId()
  const { said, say, forget } = useBegun(`${scope}:${date}`, rating, {
    value: rating?.value ?? null,
    note: rating?.note ?? '',
    helped: rating?.whatHelped ?? '',
  })
  const { value, note, helped } = said
  const isLong = (text: string) => [...text].length > NOTE_MAX
  const form = useForm({
    check: () => [
      value === null && { fieldId: id, message: track.problem.choose },
      isLong(note) && { fieldId: `${id}-note`, message: track.tooLong },
      isLong(helped) && { fieldId: `${id}-helped`, message: track.tooLong },
    ],
    act: () =>
      onSave(
        {
          value: value ?? 0,
          ...(note.trim() && { note: note.trim() }),
          ...(helped.trim() && { whatHelped: helped.trim() }),
        },
        forget,
      ),
  })
  const box = (name: 'note' | 'helped', label: string) => (
    <TextArea
      id={`${id}-${name}`}
      label={label}
      isOptional
      rows={2}
      maxLength={NOTE_MAX}
      value={said[name]}
      error={form.errorOf(`${id}-${name}`)}
      onChange={(event) => {
        say({ [name]: event.target.value })
        form.mend(`${id}-${name}`)
      }}
    />
  )
  return (
    <form className="form" onSubmit={form.onSubmit} noValidate>
      {form.errors.length > 0 && <ErrorSummary errors={form.errors} />}
      <RatingScale
        id={id}
        legend={<bdi>{question}</bdi>}
        value={value}
        onChange={(next) => {
          say({ value: next })
          form.mend(id)
        }}
        low={track.problem.low}
        high={track.problem.high}
        error={form.errorOf(id)}
      />
      {box('note', track.note)}
      {box('helped', track.problem.helped)}
      <ShareLine scope={scope} />
      <Button kind="primary" block type="submit" id={form.buttonId}>
        {track.save}
      </Button>
    </form>
  )
}
