import { Button } from '@weft/ui/button/button.tsx'
import { useState } from 'react'
import { useWords } from '../../words/words.ts'
import { CodeWay } from './code-way.tsx'
import { HelpPage } from './help-page.tsx'
import { PasswordWay } from './password-way.tsx'

/** “I can't sign in”. Leaving it may bring back the address that was typed here. Fetched only when it is asked for. */
export function CannotSignIn({ onBack }: { onBack: (email?: string) => void }) {
  const { signIn } = useWords()
  const [way, setWay] = useState<'code' | 'password'>()
  if (way === 'code') return <CodeWay onBack={onBack} />
  if (way === 'password') return <PasswordWay onBack={onBack} />
  return (
    <HelpPage title={signIn.cannot} lead={signIn.cannotLead} onBack={onBack}>
      <Button block onClick={() => setWay('code')}>
        {signIn.sendMeCode}
      </Button>
      <Button block onClick={() => setWay('password')}>
        {signIn.setNewPassword}
      </Button>
      <p>{signIn.cannotElse}</p>
    </HelpPage>
  )
}
