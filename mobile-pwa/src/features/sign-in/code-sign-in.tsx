import { sendSignInCode, signInWithCode } from '@weft/contract/people/operations.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { ErrorSummary } from '@weft/ui/error-summary/error-summary.tsx'
import { useState } from 'react'
import { useScreen } from '../../shell/frame.tsx'
import { useSessions } from '../../shell/session.tsx'
import { useForm } from '../../shell/use-form.ts'
import { CallFailed, call } from '../../wire/call.ts'
import { useWords } from '../../words/words-provider.tsx'
import { CodeField, codeProblem } from './code-field.tsx'
import { EmailField, emailProblem } from './email-field.tsx'
import { SharedDevice } from './shared-device.tsx'
import '../../shell/form.css'

/** “Send me a code”: the same words whether or not the address has an account. */
export default function CodeSignIn() {
  const words = useWords()
  const { accept } = useSessions()
  const [email, setEmail] = useState('')
  const [code, setCode] = useState('')
  const [isSent, setSent] = useState(false)
  const [isShared, setShared] = useState(false)

  const form = useForm({
    check: () => [emailProblem(email, words), isSent && codeProblem(code, words)],
    async act() {
      if (isSent) {
        await accept(await call(signInWithCode, { email, code, app: 'people', sharedDevice: isShared || undefined }))
      } else {
        await call(sendSignInCode, { email, app: 'people' })
        setSent(true)
      }
    },
    explain: (error) =>
      error instanceof CallFailed && error.code === 'code-not-right'
        ? [{ fieldId: 'code', message: words.join.errors.codeWrong }]
        : undefined,
  })
  useScreen({
    title: isSent ? words.join.codeTitle : words.signIn.codeTitle,
    back: '/sign-in',
  })

  return (
    <form className="form" onSubmit={form.onSubmit} noValidate>
      <ErrorSummary errors={form.errors} words={{ title: words.problem.summary }} />
      {isSent ? (
        <>
          <CodeField form={form} value={code} hint={words.signIn.codeSent} onChange={setCode} />
          <SharedDevice isShared={isShared} onChange={setShared} />
        </>
      ) : (
        <>
          <p className="form__intro">{words.signIn.codeIntro}</p>
          <EmailField form={form} value={email} onChange={setEmail} />
        </>
      )}
      <Button id={form.buttonId} type="submit" kind="primary" block busy={form.isBusy ? words.signIn.busy : undefined}>
        {isSent ? words.signIn.submit : words.signIn.sendCode}
      </Button>
      {isSent && (
        <div className="form__more">
          <Button kind="quiet" onClick={() => setSent(false)}>
            {words.signIn.askAgain}
          </Button>
        </div>
      )}
    </form>
  )
}
