import { useChannelClient } from '@weft/channels/react'
import { signOutEverywhere } from '@weft/contract/people/operations.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { RadioGroup, Switch } from '@weft/ui/choice/choice.tsx'
import { Confirm } from '@weft/ui/confirm/confirm.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { useState } from 'react'
import { call } from '../../shell/call.ts'
import { draftsOf, forgetDrafts } from '../../shell/drafts.ts'
import { forgetUnsent, unsentOf } from '../../shell/live/live-client.ts'
import { useTitle } from '../../shell/navigation/use-title.ts'
import { changePreferences } from '../../shell/preferences/preferences.ts'
import { usePreferences, useSettings } from '../../shell/preferences/use-settings.ts'
import { useSession, useSessionStore } from '../../shell/session/session-context.ts'
import { useWords } from '../../words/words.ts'
import { GiveFeedback } from '../feedback/give-feedback.tsx'
import { Devices } from './devices.tsx'
import './me.css'

/** W12, what exists of it so far. Each change saves at once; what belongs to this computer also works with no signal. */
export function MePage() {
  const { me: words } = useWords()
  const session = useSession()
  const { theme, density, keys } = usePreferences()
  const { settings, change } = useSettings()
  const toast = useToast()
  useTitle(words.title)
  const said = { onSuccess: () => toast({ text: words.saved }), onError: () => toast({ text: words.notSaved }) }

  return (
    <div className="me" data-pane="" tabIndex={-1}>
      <div className="page">
        <header>
          <h1>{words.title}</h1>
          <p className="me__who">
            {[session.displayName, session.role, session.organisation].filter(Boolean).join(' · ')}
          </p>
        </header>
        <section className="me__part">
          <RadioGroup
            legend={words.appearance}
            look="chips"
            options={(['device', 'light', 'dark'] as const).map((value) => ({ value, label: words.theme[value] }))}
            value={theme}
            onChange={(value) => {
              changePreferences({ theme: value })
              change.mutate({ theme: value }, said)
            }}
          />
          <RadioGroup
            legend={words.density}
            look="chips"
            options={(['compact', 'comfortable'] as const).map((value) => ({ value, label: words.densities[value] }))}
            value={density}
            onChange={(value) => changePreferences({ density: value })}
          />
          <Switch
            label={words.enterToSend}
            hint={words.enterHint}
            isOn={settings?.enterToSend === true}
            onChange={(enterToSend) => change.mutate({ enterToSend }, said)}
          />
          <Switch label={words.keysOn} isOn={keys} onChange={(on) => changePreferences({ keys: on })} />
        </section>
        <Devices />
        {session.staffId && <StaffReference staffId={session.staffId} />}
        <GiveFeedback />
        <SignOut />
      </div>
    </div>
  )
}

function StaffReference({ staffId }: { staffId: string }) {
  const { me: words, house } = useWords()
  const toast = useToast()
  const copy = () => void navigator.clipboard?.writeText(staffId).then(() => toast({ text: house.copied }))
  return (
    <section className="me__part">
      <h2>{words.staffReference}</h2>
      <p className="me__hint">{words.staffReferenceHint}</p>
      <p className="me__line">
        <code className="me__code">{staffId}</code>
        <Button kind="quiet" onClick={copy}>
          {words.copy}
        </Button>
      </p>
    </section>
  )
}

/** Unfinished words live in this tab: leaving them behind is asked about, never done by the way. */
function SignOut() {
  const { me: words, shell } = useWords()
  const { accountId } = useSession()
  const store = useSessionStore()
  const client = useChannelClient()
  const toast = useToast()
  const [asked, setAsked] = useState<{ count: number; everywhere: boolean }>()
  const leave = (everywhere: boolean) => {
    const out = everywhere ? call(signOutEverywhere, {}).then(() => store.left()) : store.signOut()
    out.then(
      () => {
        forgetDrafts(accountId)
        forgetUnsent(accountId)
      },
      () => toast({ text: words.notSignedOut }),
    )
  }
  const ask = (everywhere: boolean) => {
    const count = draftsOf(accountId).size + unsentOf(client).length
    if (count > 0) setAsked({ count, everywhere })
    else leave(everywhere)
  }
  return (
    <section className="me__part me__line">
      <Button onClick={() => ask(false)}>{words.signOut}</Button>
      <Button kind="quiet" onClick={() => ask(true)}>
        {words.everywhere}
      </Button>
      {asked && (
        <Confirm
          title={words.signOut}
          act={shell.signOutAnyway}
          stay={shell.stay}
          isDanger
          onAct={() => leave(asked.everywhere)}
          onStay={() => setAsked(undefined)}
        >
          <p>{shell.unsentLeave(asked.count)}</p>
        </Confirm>
      )}
    </section>
  )
}
