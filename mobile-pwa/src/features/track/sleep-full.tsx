import { PERSON_ZONE } from '@weft/contract/scalars.ts'
import type { SleepDiary } from '@weft/contract/trackers/shapes.ts'
import { Loading } from '@weft/ui/house-state/house-state.tsx'
import { useState } from 'react'
import { useScreen } from '../../shell/frame.tsx'
import { NotHere } from '../../shell/not-here.tsx'
import { OwnLoading } from '../../shell/own-loading.tsx'
import { useDates, useWords } from '../../words/words-provider.tsx'
import { isLoggable } from './day-steps.tsx'
import { questions, useDiaryDraft } from './diary-draft.ts'
import { DiaryEnd } from './diary-end.tsx'
import { DiaryQuestion } from './diary-question.tsx'
import { Saved } from './saved.tsx'
import { nightIn, nightOf } from './say.ts'
import { useTrackers } from './use-trackers.ts'
import './track.css'

/** The detail that a sleep programme needs, a question a page (experience.md P10). */
export default function SleepFull({ params }: { params: Record<string, string> }) {
  const { track } = useWords()
  const { date = '' } = params
  const { today, isReady } = useTrackers()
  useScreen({ title: track.full.title, back: `/track/sleep/${date}` })
  if (!isReady) return <OwnLoading shape="lines" />
  return isLoggable(date, today) ? <Night key={date} date={date} /> : <NotHere />
}

function Night({ date }: { date: string }) {
  const words = useWords()
  const dates = useDates()
  const { trackers, push } = useTrackers()
  const entry = trackers.sleep.find((one) => one.forDate === date)
  const { draft, keep, drop } = useDiaryDraft(date, entry)
  const [undo, setUndo] = useState<() => Promise<void>>()

  if (undo && entry)
    return <Saved what={nightIn(entry, words)} onUndo={() => void undo().then(() => setUndo(undefined))} />
  if (!draft) return <Loading shape="lines" />

  const log = (diary: SleepDiary, note: string | undefined) =>
    push('sleep.logFull', { forDate: date, recordedAt: new Date().toISOString(), diary, ...(note && { note }) })
  const save = async () => {
    const was = entry
    const back = async () => {
      if (!was) await push('sleep.remove', { forDate: date })
      else if (was.diary) await log(was.diary, was.note)
      else {
        const { minutesSlept = 0, timesWoken, note } = was
        await push('sleep.log', { forDate: date, recordedAt: new Date().toISOString(), minutesSlept, timesWoken, note })
      }
    }
    await log(draft.diary, draft.note.trim())
    await drop()
    setUndo(() => back)
  }
  const question = questions[draft.step]

  return (
    <div className="form">
      <p className="form__intro">{nightOf(date, dates, words)}</p>
      {question ? (
        <DiaryQuestion
          key={question}
          question={question}
          step={draft.step}
          value={draft.diary[question]}
          onAnswer={(value) => keep({ ...draft, step: draft.step + 1, diary: { ...draft.diary, [question]: value } })}
          onBack={draft.step > 0 ? () => keep({ ...draft, step: draft.step - 1 }) : undefined}
        />
      ) : (
        <DiaryEnd date={date} zone={PERSON_ZONE} draft={draft} onChange={keep} onSave={save} />
      )}
    </div>
  )
}
