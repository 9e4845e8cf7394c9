import { Button } from '@weft/ui/button/button.tsx'
import { useState } from 'react'
import { useWords } from '../../words/words.ts'
import { useTitle } from '../navigation/use-title.ts'
import type { CannotSignIn } from './cannot-sign-in.tsx'
import { FrontPage } from './front-page.tsx'
import { OfflineNotice } from './offline-notice.tsx'
import { SignInForm } from './sign-in-form.tsx'

/**
 * W0. Ways in stand one below the other, the deployment's first choice on top: single sign-on and passkeys will be pieces beside
 * `SignInForm`, and a second factor a step after it. Whoever cannot get in is led on by pages that nobody else waits for.
 */
export function SignIn() {
  const [Help, setHelp] = useState<typeof CannotSignIn>()
  const [isBack, setBack] = useState(false)
  const [knownEmail, setKnownEmail] = useState('')

  const back = (email?: string) => {
    if (email) setKnownEmail(email)
    setBack(true)
    setHelp(undefined)
  }
  if (Help) return <Help onBack={back} />
  return <WaysIn isBack={isBack} knownEmail={knownEmail} onHelp={(page) => setHelp(() => page)} />
}

interface WaysInProps {
  isBack: boolean
  knownEmail: string
  onHelp: (page: typeof CannotSignIn) => void
}

function WaysIn({ isBack, knownEmail, onHelp }: WaysInProps) {
  const { signIn } = useWords()
  const [isOpening, setOpening] = useState(false)
  const [broken, setBroken] = useState<unknown>()
  useTitle(signIn.title)
  // Offline the notice says why; otherwise the page around this one knows what to do about code that is gone.
  if (broken !== undefined) throw broken

  const openHelp = async () => {
    setOpening(true)
    try {
      onHelp((await import('./cannot-sign-in.tsx')).CannotSignIn)
    } catch (error) {
      if (navigator.onLine) setBroken(error)
      setOpening(false)
    }
  }
  return (
    <FrontPage title={signIn.title} lead={signIn.lead} takesFocus={isBack}>
      <OfflineNotice />
      <SignInForm knownEmail={knownEmail} />
      <Button kind="quiet" block onClick={openHelp} busy={isOpening ? signIn.opening : undefined}>
        {signIn.cannot}
      </Button>
    </FrontPage>
  )
}
