import { uuidv7 } from '@weft/channels/client'
import type { MoodEntry } from '@weft/contract/trackers/shapes.ts'
import { Button, LinkButton } from '@weft/ui/button/button.tsx'
import { ListRow, RowList } from '@weft/ui/list-row/list-row.tsx'
import { Notice } from '@weft/ui/notice/notice.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { useState } from 'react'
import { useScreen } from '../../shell/frame.tsx'
import { NotHere } from '../../shell/not-here.tsx'
import { useDates, useWords } from '../../words/words-provider.tsx'
import { DaySteps, isLoggable } from './day-steps.tsx'
import { type MoodAnswers, MoodForm } from './mood-form.tsx'
import { Saved } from './saved.tsx'
import { dayOf, relativeDay } from './say.ts'
import { useTrackers } from './use-trackers.ts'
import './track.css'

/** One tap, no judgement (experience.md P12). A day may have several; each can be changed or removed. */
export default function MoodScreen({ params }: { params: Record<string, string> }) {
  const { track } = useWords()
  const { today } = useTrackers()
  // What was begun before midnight is of that day, and stays.
  const [opened] = useState(today)
  const { date = opened } = params
  useScreen({ title: track.mood, back: '/track' })
  return isLoggable(date, today) ? <Day key={date} date={date} today={today} /> : <NotHere />
}

function Day({ date, today }: { date: string; today: string }) {
  const words = useWords()
  const { track } = words
  const dates = useDates()
  const toast = useToast()
  const { trackers, push } = useTrackers()
  const moods = trackers.moods.filter((one) => one.forDate === date)
  const [changing, setChanging] = useState<MoodEntry>()
  const [saved, setSaved] = useState<{ moodId: string; was: MoodEntry | undefined }>()

  const log = (moodId: string, answers: MoodAnswers) =>
    push('mood.log', { moodId, forDate: date, recordedAt: new Date().toISOString(), ...answers })
  const save = async (answers: MoodAnswers, forget: () => Promise<void>) => {
    const moodId = changing?.moodId ?? uuidv7()
    await log(moodId, answers)
    await forget()
    setSaved({ moodId, was: changing })
    setChanging(undefined)
  }
  const undo = async () => {
    if (!saved) return
    const { moodId, was } = saved
    if (was) await log(moodId, { face: was.face as MoodAnswers['face'], feelings: was.feelings, note: was.note })
    else await push('mood.remove', { moodId })
    setSaved(undefined)
  }
  const remove = async ({ moodId }: MoodEntry) => {
    await push('mood.remove', { moodId })
    toast({ text: track.removed, onUndo: () => void push('mood.restore', { moodId }) })
  }

  const last = saved && moods.find((one) => one.moodId === saved.moodId)
  if (last) {
    return (
      <Saved what={track.moods.faces[last.face as 1].toLowerCase()} onUndo={() => void undo()}>
        {last.face === 1 && (
          <Notice tone="help" title={track.moods.veryLow}>
            <div className="form">
              <LinkButton href="/plan">{track.moods.plan}</LinkButton>
              <LinkButton kind="help" href="/help">
                {words.app.help}
              </LinkButton>
            </div>
          </Notice>
        )}
      </Saved>
    )
  }
  const day = relativeDay(date, today, dates, words)
  return (
    <div className="form">
      <DaySteps date={date} today={today} placeOf={(on) => `/track/mood/${on}`}>
        {day}
      </DaySteps>
      <MoodForm
        key={changing?.moodId ?? 'new'}
        date={date}
        question={date === today ? track.moods.how : track.moods.howOn(dayOf(date, dates))}
        mood={changing}
        onSave={save}
      />
      {moods.length > 0 && (
        <section className="track">
          <h2>{track.moods.that}</h2>
          <RowList>
            {moods.map((mood) => (
              <ListRow
                key={mood.moodId}
                title={track.moods.faces[mood.face as 1]}
                detail={[dates.time(mood.recordedAt), mood.feelings?.join(', '), mood.note].filter(Boolean).join(' · ')}
                end={
                  <>
                    <Button kind="quiet" onClick={() => setChanging(mood)}>
                      {track.change}
                    </Button>
                    <Button kind="quiet" onClick={() => void remove(mood)}>
                      {track.remove}
                    </Button>
                  </>
                }
              />
            ))}
          </RowList>
        </section>
      )}
    </div>
  )
}
