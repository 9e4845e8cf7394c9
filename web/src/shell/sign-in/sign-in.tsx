import { useWords } from '../../words/words.ts'
import { useTitle } from '../navigation/use-title.ts'
import { FrontPage } from './front-page.tsx'
import { SignInForm } from './sign-in-form.tsx'

/**
 * W0. Ways in stand one below the other, the deployment's first choice on top: single sign-on and passkeys will be pieces beside
 * `SignInForm`, and a second factor a step after it.
 */
export function SignIn() {
  const { signIn } = useWords()
  useTitle(signIn.title)
  return (
    <FrontPage title={signIn.title} lead={signIn.lead}>
      <SignInForm />
    </FrontPage>
  )
}
