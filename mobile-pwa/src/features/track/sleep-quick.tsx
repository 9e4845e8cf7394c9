import type { SleepEntry } from '@weft/contract/trackers/shapes.ts'
import { LinkButton } from '@weft/ui/button/button.tsx'
import { Notice } from '@weft/ui/notice/notice.tsx'
import { useState } from 'react'
import { useScreen } from '../../shell/frame.tsx'
import { NotHere } from '../../shell/not-here.tsx'
import { OwnLoading } from '../../shell/own-loading.tsx'
import { useDates, useWords } from '../../words/words-provider.tsx'
import { DaySteps, isLoggable } from './day-steps.tsx'
import { Earlier } from './earlier.tsx'
import { Saved } from './saved.tsx'
import { nightIn, nightOf } from './say.ts'
import { type QuickAnswers, SleepForm } from './sleep-form.tsx'
import { useTrackers } from './use-trackers.ts'
import './track.css'

/** A night in three taps (experience.md P9). One entry a night: opening it again changes it. */
export default function SleepQuick({ params }: { params: Record<string, string> }) {
  const { track } = useWords()
  const { date = '' } = params
  const { today, isReady } = useTrackers()
  useScreen({ title: track.night.title, back: '/track' })
  if (!isReady) return <OwnLoading shape="lines" />
  return isLoggable(date, today) ? <Night key={date} date={date} today={today} /> : <NotHere />
}

function Night({ date, today }: { date: string; today: string }) {
  const words = useWords()
  const { night } = words.track
  const dates = useDates()
  const { trackers, push, personId } = useTrackers()
  const entry = trackers.sleep.find((one) => one.forDate === date)
  const [before, setBefore] = useState<{ entry: SleepEntry | undefined }>()

  const save = async (answers: QuickAnswers, forget: () => Promise<void>) => {
    const was = entry
    await push('sleep.log', { forDate: date, recordedAt: new Date().toISOString(), ...answers })
    await forget()
    setBefore({ entry: was })
  }
  const undo = async () => {
    const was = before?.entry
    if (!was) await push('sleep.remove', { forDate: date })
    else {
      const { minutesSlept = 0, timesWoken, note } = was
      await push('sleep.log', { forDate: date, recordedAt: new Date().toISOString(), minutesSlept, timesWoken, note })
    }
    setBefore(undefined)
  }
  const full = `/track/sleep/${date}/full`

  if (before && entry) {
    return (
      <Saved what={nightIn(entry, words)} onUndo={undo}>
        <LinkButton block href={full}>
          {night.detail}
        </LinkButton>
      </Saved>
    )
  }
  return (
    <div className="form">
      <DaySteps date={date} today={today} placeOf={(day) => `/track/sleep/${day}`}>
        {nightOf(date, dates, words)}
      </DaySteps>
      {entry?.diary ? (
        <Notice tone="info" title={night.inFull} action={<LinkButton href={full}>{night.changeDetail}</LinkButton>}>
          <p>{nightIn(entry, words)}</p>
        </Notice>
      ) : (
        <SleepForm date={date} entry={entry} onSave={save} />
      )}
      {entry && <Earlier personId={personId} forDate={date} />}
    </div>
  )
}
