import { signIn } from '@weft/contract/people/operations.ts'
import { Button, LinkButton } from '@weft/ui/button/button.tsx'
import { ErrorSummary } from '@weft/ui/error-summary/error-summary.tsx'
import { Notice } from '@weft/ui/notice/notice.tsx'
import { PasswordField } from '@weft/ui/text-field/text-field.tsx'
import { useState } from 'react'
import { useScreen } from '../../shell/frame.tsx'
import { LanguageChoice } from '../../shell/language-choice.tsx'
import { useSessions } from '../../shell/session.tsx'
import { useForm } from '../../shell/use-form.ts'
import { useOnline } from '../../shell/use-online.ts'
import { CallFailed, call } from '../../wire/call.ts'
import { useWords } from '../../words/words-provider.tsx'
import { EmailField, emailProblem } from './email-field.tsx'
import { SharedDevice } from './shared-device.tsx'
import '../../shell/form.css'

/** Back in with an address and a password, or a code (experience.md P3). Unknown and wrong are one answer. */
export default function SignIn() {
  const words = useWords()
  const isOnline = useOnline()
  const { standing, accept } = useSessions()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [isShared, setShared] = useState(false)
  const hasEnded = standing.kind === 'out' && standing.why === 'ended'

  const form = useForm({
    check: () => [
      emailProblem(email, words),
      password === '' && { fieldId: 'password', message: words.signIn.errors.password },
    ],
    act: async () =>
      accept(await call(signIn, { email, password, app: 'people', sharedDevice: isShared || undefined })),
    explain: (error) =>
      error instanceof CallFailed && error.code === 'details-do-not-match'
        ? [{ fieldId: 'email', message: words.signIn.errors.noMatch }]
        : undefined,
  })
  useScreen({ title: words.signIn.title, back: '/' })

  return (
    <form className="form" onSubmit={form.onSubmit} noValidate>
      {hasEnded && (
        <Notice tone="info" title={words.signIn.endedTitle}>
          <p>{words.signIn.ended}</p>
        </Notice>
      )}
      {!isOnline && <Notice tone="info">{words.signIn.offline}</Notice>}
      <ErrorSummary errors={form.errors} words={{ title: words.problem.summary }} />
      <EmailField form={form} value={email} onChange={setEmail} />
      <PasswordField
        id="password"
        label={words.signIn.password}
        error={form.errorOf('password')}
        value={password}
        onChange={(event) => {
          form.mend('password')
          setPassword(event.target.value)
        }}
      />
      <SharedDevice isShared={isShared} onChange={setShared} />
      <Button id={form.buttonId} type="submit" kind="primary" block busy={form.isBusy ? words.signIn.busy : undefined}>
        {words.signIn.submit}
      </Button>
      <LinkButton block href="/sign-in/code">
        {words.signIn.sendCode}
      </LinkButton>
      <div className="form__more">
        <LinkButton kind="quiet" href="/sign-in/new-password">
          {words.signIn.cannot}
        </LinkButton>
        <LinkButton kind="quiet" href="/join/1">
          {words.signIn.signUp}
        </LinkButton>
      </div>
      <LanguageChoice />
    </form>
  )
}
