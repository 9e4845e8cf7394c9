import { sendSignInCode } from '@weft/contract/people/operations.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { useState } from 'react'
import { useWords } from '../../words/words.ts'
import { call, codeOf } from '../call.ts'
import { useSessionStore } from '../session/session-context.ts'
import { AskForCode } from './ask-for-code.tsx'
import { CodeField, checkCode } from './code-field.tsx'
import { HelpForm } from './help-form.tsx'
import { HelpPage } from './help-page.tsx'
import { useHelpForm } from './use-help-form.ts'

/** “Send me a code”: the address, then the code, then in. */
export function CodeWay({ onBack }: { onBack: (email?: string) => void }) {
  const { signIn } = useWords()
  const [email, setEmail] = useState('')
  const [isSent, setSent] = useState(false)
  const ask = async (address: string) => {
    await call(sendSignInCode, { email: address, app: 'staff' })
    setEmail(address)
    setSent(true)
  }
  const back = () => onBack(email)
  if (isSent) return <EnterCode email={email} onAskAgain={() => setSent(false)} onBack={back} />
  return <AskForCode title={signIn.codeTitle} lead={signIn.codeLead} knownEmail={email} ask={ask} onBack={back} />
}

function EnterCode({ email, onAskAgain, onBack }: { email: string; onAskAgain: () => void; onBack: () => void }) {
  const { signIn } = useWords()
  const store = useSessionStore()
  const [code, setCode] = useState('')
  const form = useHelpForm({
    check: () => checkCode(code, signIn),
    act: () => store.signInWithCode(email, code),
    // An account with nothing in this portal is told what an unknown address is told.
    explain: (error) =>
      ['code-not-right', 'details-do-not-match'].includes(codeOf(error)) ? { code: signIn.codeWrong } : undefined,
  })
  return (
    <HelpPage title={signIn.enterCodeTitle} onBack={onBack}>
      <HelpForm form={form} submit={signIn.submit} busy={signIn.busy}>
        <CodeField form={form} email={email} value={code} onChange={setCode} />
      </HelpForm>
      <Button kind="quiet" block onClick={onAskAgain}>
        {signIn.askAgain}
      </Button>
    </HelpPage>
  )
}
