import type { NoticeSettings } from '@weft/contract/notifications/shapes.ts'
import { Switch } from '@weft/ui/choice/choice.tsx'
import { Failed, Loading } from '@weft/ui/house-state/house-state.tsx'
import { Notice } from '@weft/ui/notice/notice.tsx'
import { useId } from 'react'
import { useScreen } from '../../shell/frame.tsx'
import { useStay } from '../../shell/session.tsx'
import { useWords } from '../../words/words-provider.tsx'
import { useNoticeSettings } from '../notices/use-notice-settings.ts'
import { NotificationsDevice } from './notifications-device.tsx'
import './settings.css'

/** Notices by kind and channel (experience.md P24): what this device takes, and what the account wants. */
export default function Notifications() {
  const words = useWords()
  const say = words.notices
  const { session } = useStay()
  const { settings, setSettings, failed, load, change } = useNoticeSettings()
  const kindsId = useId()
  useScreen({ title: say.title, back: '/settings' })

  if (failed?.code === 'offline') return <Notice tone="info">{words.settings.needsInternet}</Notice>
  if (failed) return <Failed onTryAgain={load} reference={failed.problem?.requestId} />
  if (!settings) return <Loading shape="rows" onTryAgain={load} />
  const isMine = session.hat === 'patient'
  // A carer is told of messages alone: reminders and questions are a person's own.
  const choices = settings.choices.filter(({ kind }) => isMine || kind === 'message')
  return (
    <div className="settings">
      <p>{say.fixed}</p>
      <NotificationsDevice settings={settings} onSettings={setSettings} />
      <section className="settings__part" aria-labelledby={kindsId}>
        <h2 id={kindsId}>{say.kindsTitle}</h2>
        {choices.map((choice) => (
          <Switch
            key={`${choice.kind} ${choice.channel}`}
            label={say.kinds[choice.kind]}
            isOn={choice.isOn}
            onChange={(isOn) => void change({ choices: [{ ...choice, isOn }] }, withChoice({ ...choice, isOn }))}
          />
        ))}
        <p>{say.security}</p>
      </section>
    </div>
  )
}

const withChoice = (changed: NoticeSettings['choices'][number]) => (before: NoticeSettings) => ({
  ...before,
  choices: before.choices.map((one) => (one.kind === changed.kind && one.channel === changed.channel ? changed : one)),
})
