import { signOutEverywhere } from '@weft/contract/people/operations.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { RadioGroup, Switch } from '@weft/ui/choice/choice.tsx'
import { Confirm } from '@weft/ui/confirm/confirm.tsx'
import { ListRow, RowList } from '@weft/ui/list-row/list-row.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import {
  AlarmClock,
  Bell,
  FolderDown,
  Lock,
  LogOut,
  MessageSquareText,
  Moon,
  NotebookText,
  PhoneCall,
  Smartphone,
  Sprout,
} from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { useLockOn } from '../../device/lock-half.ts'
import { useScreen } from '../../shell/frame.tsx'
import { install, useInstalling } from '../../shell/install.ts'
import { leaveQuickly } from '../../shell/leave-quickly.ts'
import { useSessions, useStay } from '../../shell/session.tsx'
import { call } from '../../wire/call.ts'
import { problemWords } from '../../words/problem-words.ts'
import { languageNames, languages } from '../../words/words.ts'
import { useWords } from '../../words/words-provider.tsx'
import { ReadAloudSwitch } from './read-aloud-switch.tsx'
import { SignOut } from './sign-out.tsx'
import { useSettings } from './use-settings.ts'
import './settings.css'

/** Make it mine and keep it safe (experience.md P24), as far as there is something to set. Each change saves at once. */
export default function Settings() {
  const words = useWords()
  const say = words.settings
  const { appLock } = words
  const { settings, change } = useSettings()
  const { lock } = useSessions()
  const isLockOn = useLockOn()
  const installing = useInstalling()
  useScreen({ title: say.title, back: '/today' })

  return (
    <div className="settings">
      <Part title={say.reading}>
        <RadioGroup
          legend={say.appearance}
          look="chips"
          value={settings.theme}
          onChange={(theme) => void change({ theme })}
          options={(['device', 'light', 'dark'] as const).map((value) => ({ value, label: say.themes[value] }))}
        />
        <RadioGroup
          legend={say.textSize}
          look="chips"
          value={settings.textSize}
          onChange={(textSize) => void change({ textSize })}
          options={(['usual', 'large', 'largest'] as const).map((value) => ({ value, label: say.sizes[value] }))}
        />
        <RadioGroup
          legend={say.language}
          look="chips"
          hint={say.languageNote}
          value={settings.language}
          onChange={(language) => void change({ language })}
          options={languages.map((value) => ({ value, label: <span lang={value}>{languageNames[value]}</span> }))}
        />
        <ReadAloudSwitch />
      </Part>
      <NoticesAndTime />
      <Part title={say.safety}>
        <Switch
          label={say.previews}
          hint={say.previewsHint}
          isOn={settings.messagePreviews}
          onChange={(messagePreviews) => void change({ messagePreviews })}
        />
        {settings.seenReceipts !== undefined && (
          <Switch
            label={say.receipts}
            hint={say.receiptsHint}
            isOn={settings.seenReceipts}
            onChange={(seenReceipts) => void change({ seenReceipts })}
          />
        )}
        <Switch
          label={say.enter}
          hint={say.enterHint}
          isOn={settings.enterToSend}
          onChange={(enterToSend) => void change({ enterToSend })}
        />
        <Switch
          label={say.leave}
          hint={`${say.leaveHint} ${say.leaveKeys}`}
          isOn={settings.leaveQuickly}
          onChange={(isOn) => void change({ leaveQuickly: isOn })}
        />
        {settings.leaveQuickly && <Button onClick={() => leaveQuickly(lock, words.nav.leaving)}>{say.practise}</Button>}
        <RowList label={say.safety}>
          <ListRow
            icon={Lock}
            title={appLock.title}
            detail={isLockOn ? appLock.isOn : undefined}
            href="/settings/app-lock"
          />
          <ListRow icon={NotebookText} title={appLock.name.title} href="/settings/name" />
        </RowList>
      </Part>
      <Account installing={installing} />
    </div>
  )
}

/** How and when the person hears from us. What is a person's own is not there for a carer. */
function NoticesAndTime() {
  const { notices, reminders, settings } = useWords()
  const { session } = useStay()
  const isMine = session.hat === 'patient'
  return (
    <Part title={notices.more}>
      <RowList label={notices.more}>
        <ListRow icon={Bell} title={notices.title} href="/settings/notifications" />
        <ListRow icon={Moon} title={notices.quiet.title} href="/settings/quiet-hours" />
        {isMine && <ListRow icon={AlarmClock} title={reminders.title} href="/settings/reminders" />}
        {isMine && <ListRow icon={PhoneCall} title={settings.contact} href="/settings/contact" />}
      </RowList>
    </Part>
  )
}

function Account({ installing }: { installing: ReturnType<typeof useInstalling> }) {
  const words = useWords()
  const say = words.settings
  const { session } = useStay()
  const [asked, setAsked] = useState<'here' | 'everywhere'>()
  const stay = () => setAsked(undefined)
  return (
    <Part title={say.account}>
      {installing === 'by-hand' && <p>{say.installIos}</p>}
      <RowList label={say.account}>
        {session.hat === 'patient' && <ListRow icon={Sprout} title={say.again} href="/start/1" />}
        {installing === 'offer' && <ListRow icon={Smartphone} title={say.installNow} onPress={() => void install()} />}
        <ListRow icon={MessageSquareText} title={words.nav.feedback} href="/feedback" />
        <ListRow icon={Smartphone} title={say.devices} href="/settings/devices" />
        <ListRow icon={LogOut} title={say.signOut} onPress={() => setAsked('here')} />
        <ListRow icon={LogOut} title={say.signOutEverywhere} onPress={() => setAsked('everywhere')} />
        {session.hat === 'patient' && <ListRow icon={FolderDown} title={words.myData.title} href="/settings/export" />}
      </RowList>
      {asked === 'here' && <SignOut onStay={stay} />}
      {asked === 'everywhere' && <SignOutEverywhere onStay={stay} />}
    </Part>
  )
}

function SignOutEverywhere({ onStay }: { onStay: () => void }) {
  const words = useWords()
  const say = words.settings
  const toast = useToast()
  const { dismiss } = useSessions()
  const [isBusy, setBusy] = useState(false)
  const act = async () => {
    setBusy(true)
    try {
      await call(signOutEverywhere, {})
      await dismiss(false)
    } catch (error) {
      toast({ text: problemWords(error, words) })
      onStay()
    }
  }
  return (
    <Confirm
      title={say.signOutEverywhere}
      act={say.signOutEverywhere}
      stay={say.stay}
      busy={isBusy ? say.signingOut : undefined}
      onAct={act}
      onStay={onStay}
    >
      <p>{say.signOutEverywhereBody}</p>
      <p>{say.signOutBody}</p>
    </Confirm>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <section className="settings__part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}
