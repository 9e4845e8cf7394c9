import { startReset } from '@weft/contract/people/operations.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { useState } from 'react'
import { useWords } from '../../words/words.ts'
import { call } from '../call.ts'
import { useTitle } from '../navigation/use-title.ts'
import { AskForCode } from './ask-for-code.tsx'
import { FrontPage } from './front-page.tsx'
import { NewPassword } from './new-password.tsx'

/** “Set a new password”: the address, the code with the new password, and then signing in with it: this opens no session. */
export function PasswordWay({ onBack }: { onBack: (email?: string) => void }) {
  const { signIn } = useWords()
  const [email, setEmail] = useState('')
  const [step, setStep] = useState<'ask' | 'set' | 'done'>('ask')
  const ask = async (address: string) => {
    await call(startReset, { email: address, app: 'staff' })
    setEmail(address)
    setStep('set')
  }
  const back = () => onBack(email)
  if (step === 'done') return <Done onBack={back} />
  if (step === 'set')
    return <NewPassword email={email} onAskAgain={() => setStep('ask')} onDone={() => setStep('done')} onBack={back} />
  return <AskForCode title={signIn.setNewPassword} lead={signIn.resetLead} knownEmail={email} ask={ask} onBack={back} />
}

function Done({ onBack }: { onBack: () => void }) {
  const { signIn } = useWords()
  useTitle(signIn.resetDoneTitle)
  return (
    <FrontPage title={signIn.resetDoneTitle} lead={signIn.resetDone} takesFocus>
      <Button kind="primary" block onClick={onBack}>
        {signIn.submit}
      </Button>
    </FrontPage>
  )
}
