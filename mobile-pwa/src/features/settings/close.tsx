import { closeAccount, getMyAccount } from '@weft/contract/my-data/operations.ts'
import { CLOSE_WORD, type MyAccount } from '@weft/contract/my-data/shapes.ts'
import { getSession } from '@weft/contract/people/operations.ts'
import { Button, LinkButton } from '@weft/ui/button/button.tsx'
import { ErrorSummary } from '@weft/ui/error-summary/error-summary.tsx'
import { Failed, Loading } from '@weft/ui/house-state/house-state.tsx'
import { Notice } from '@weft/ui/notice/notice.tsx'
import { TextField } from '@weft/ui/text-field/text-field.tsx'
import { useCallback, useEffect, useId, useState } from 'react'
import { useScreen } from '../../shell/frame.tsx'
import { useSessions } from '../../shell/session.tsx'
import { useForm } from '../../shell/use-form.ts'
import { CallFailed, call } from '../../wire/call.ts'
import { useWords } from '../../words/words-provider.tsx'
import { needsProof, ProveIt } from './prove-it.tsx'
import '../../shell/form.css'
import './settings.css'

/** Closing one's account (experience.md P24): what goes, what stays with whom, and a word to type. */
export default function Close() {
  const words = useWords()
  const [account, setAccount] = useState<MyAccount>()
  const [failed, setFailed] = useState<CallFailed>()
  const load = useCallback(() => {
    setFailed(undefined)
    call(getMyAccount, {}).then(setAccount, (error) => error instanceof CallFailed && setFailed(error))
  }, [])
  useEffect(load, [load])
  useScreen({ title: words.myData.close.title, back: '/settings/export' })

  if (failed?.code === 'offline') return <Notice tone="info">{words.settings.needsInternet}</Notice>
  if (failed) return <Failed onTryAgain={load} reference={failed.problem?.requestId} />
  if (!account) return <Loading shape="lines" onTryAgain={load} />
  return <CloseForm keepers={account.keepers} />
}

function CloseForm({ keepers }: Pick<MyAccount, 'keepers'>) {
  const words = useWords()
  const say = words.myData.close
  const { accept } = useSessions()
  const [word, setWord] = useState('')
  const [isUnproven, setUnproven] = useState(false)
  const nowId = useId()
  const isRight = word.trim().toLocaleLowerCase() === say.word

  const close = async () => {
    setUnproven(false)
    try {
      await call(closeAccount, { word: CLOSE_WORD })
      await accept(await call(getSession, {}))
    } catch (error) {
      if (!needsProof(error)) throw error
      setUnproven(true)
    }
  }
  const form = useForm({
    check: () => [!isRight && { fieldId: 'word', message: say.wrongWord(say.word) }],
    act: close,
  })
  if (isUnproven) return <ProveIt onProven={() => void close().catch(() => {})} onStop={() => setUnproven(false)} />
  return (
    <form className="form" onSubmit={form.onSubmit} noValidate>
      <Notice tone="warn">
        <p>{say.erased}</p>
        {keepers.map(({ service, untilYear }) => (
          <p key={service}>{say.kept(service, String(untilYear))}</p>
        ))}
      </Notice>
      <LinkButton href="/settings/export">{say.takeFirst}</LinkButton>
      <section className="settings__part" aria-labelledby={nowId}>
        <h2 id={nowId}>{say.now}</h2>
        <ul className="settings__facts">
          {say.facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      </section>
      <p>{say.undo}</p>
      <p>{say.notLeave}</p>
      <ErrorSummary errors={form.errors} words={{ title: words.problem.summary }} />
      <TextField
        id="word"
        label={say.label(say.word)}
        error={form.errorOf('word')}
        autoCapitalize="none"
        value={word}
        onChange={(event) => {
          form.mend('word')
          setWord(event.target.value)
        }}
      />
      <Button id={form.buttonId} type="submit" kind="danger" block busy={form.isBusy ? say.busy : undefined}>
        {say.act}
      </Button>
    </form>
  )
}
