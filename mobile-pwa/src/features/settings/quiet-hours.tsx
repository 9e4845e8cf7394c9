import type { NoticeSettings } from '@weft/contract/notifications/shapes.ts'
import { Switch } from '@weft/ui/choice/choice.tsx'
import { Failed, Loading } from '@weft/ui/house-state/house-state.tsx'
import { Notice } from '@weft/ui/notice/notice.tsx'
import { TextField } from '@weft/ui/text-field/text-field.tsx'
import { useState } from 'react'
import { useScreen } from '../../shell/frame.tsx'
import { useDates, useWords } from '../../words/words-provider.tsx'
import { useNoticeSettings } from '../notices/use-notice-settings.ts'
import './settings.css'

const isTime = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
const zoneHere = () => Intl.DateTimeFormat().resolvedOptions().timeZone

/** One setting for the account (experience.md P24): between these times notices wait, on the clock of where this phone is. */
export default function QuietHours() {
  const words = useWords()
  const say = words.notices.quiet
  const dates = useDates()
  const { settings, failed, load, change } = useNoticeSettings()
  useScreen({ title: say.title, back: '/settings' })

  if (failed?.code === 'offline') return <Notice tone="info">{words.settings.needsInternet}</Notice>
  if (failed) return <Failed onTryAgain={load} reference={failed.problem?.requestId} />
  if (!settings) return <Loading shape="lines" onTryAgain={load} />

  const { quiet } = settings
  const save = (changed: Partial<NoticeSettings['quiet']>) =>
    change(
      {
        zone: zoneHere(),
        ...(changed.isOn !== undefined && { isQuiet: changed.isOn }),
        ...(changed.from && { quietFrom: changed.from, quietUntil: quiet.until }),
        ...(changed.until && { quietUntil: changed.until, quietFrom: quiet.from }),
      },
      (before) => ({ ...before, quiet: { ...before.quiet, ...changed } }),
    )
  return (
    <div className="settings">
      <p>{say.intro}</p>
      <Switch label={say.on} isOn={quiet.isOn} onChange={(isOn) => void save({ isOn })} />
      {quiet.isOn && (
        <div className="settings__times">
          {(['from', 'until'] as const).map((edge) => (
            <TimeField
              key={`${edge} ${quiet[edge]}`}
              label={say[edge]}
              value={quiet[edge]}
              other={quiet[edge === 'from' ? 'until' : 'from']}
              onSave={(time) => void save({ [edge]: time })}
            />
          ))}
        </div>
      )}
      {quiet.isOn && <p>{say.now(dates.clockTime(quiet.from), dates.clockTime(quiet.until))}</p>}
      <p>{say.held}</p>
    </div>
  )
}

interface TimeFieldProps {
  label: string
  value: string
  /** The hours must not begin when they end. */
  other: string
  onSave: (time: string) => void
}

/** Saves when the box is left, so that a time half typed is none. */
function TimeField({ label, value, other, onSave }: TimeFieldProps) {
  const say = useWords().notices.quiet
  const [text, setText] = useState(value)
  const [error, setError] = useState<string>()
  const leave = () => {
    const problem = !isTime(text) ? say.errors.time : text === other ? say.errors.same : undefined
    setError(problem)
    if (!problem && text !== value) onSave(text)
  }
  return (
    <TextField
      type="time"
      label={label}
      error={error}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={leave}
    />
  )
}
