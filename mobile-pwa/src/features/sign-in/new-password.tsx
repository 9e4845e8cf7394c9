import { completeReset, startReset } from '@weft/contract/people/operations.ts'
import { Password } from '@weft/contract/people/shapes.ts'
import { Button, LinkButton } from '@weft/ui/button/button.tsx'
import { ErrorSummary } from '@weft/ui/error-summary/error-summary.tsx'
import { Notice } from '@weft/ui/notice/notice.tsx'
import { PasswordField } from '@weft/ui/text-field/text-field.tsx'
import { useState } from 'react'
import { useScreen } from '../../shell/frame.tsx'
import { useForm } from '../../shell/use-form.ts'
import { CallFailed, call } from '../../wire/call.ts'
import { useWords } from '../../words/words-provider.tsx'
import { CodeField, codeProblem } from './code-field.tsx'
import { EmailField, emailProblem } from './email-field.tsx'
import '../../shell/form.css'

type Step = 'ask' | 'set' | 'done'

/** “I can't sign in”: a code, a new password, and every session ended. Signs nobody in. */
export default function NewPassword() {
  const words = useWords()
  const [step, setStep] = useState<Step>('ask')
  const [email, setEmail] = useState('')
  const [code, setCode] = useState('')
  const [password, setPassword] = useState('')
  const { errors } = words.join

  const form = useForm({
    check: () =>
      step === 'ask'
        ? [emailProblem(email, words)]
        : [
            codeProblem(code, words),
            !Password.safeParse(password).success && { fieldId: 'password', message: errors.password },
          ],
    async act() {
      if (step === 'ask') {
        await call(startReset, { email, app: 'people' })
        setStep('set')
      } else {
        await call(completeReset, { email, app: 'people', code, password })
        setStep('done')
      }
    },
    explain(error) {
      if (!(error instanceof CallFailed)) return undefined
      if (error.code === 'code-not-right') return [{ fieldId: 'code', message: errors.codeWrong }]
      const isAboutPassword = error.problem?.fields?.some(({ path }) => path === 'password')
      return isAboutPassword ? [{ fieldId: 'password', message: errors.passwordCommon }] : undefined
    },
  })
  useScreen({ title: words.signIn.resetTitle, back: '/sign-in' })

  if (step === 'done') {
    return (
      <div className="form">
        <Notice tone="ok">
          <p role="status">{words.signIn.resetDone}</p>
        </Notice>
        <LinkButton kind="primary" block href="/sign-in">
          {words.signIn.submit}
        </LinkButton>
      </div>
    )
  }
  return (
    <form className="form" onSubmit={form.onSubmit} noValidate>
      <ErrorSummary errors={form.errors} words={{ title: words.problem.summary }} />
      {step === 'ask' ? (
        <>
          <p className="form__intro">{words.signIn.resetIntro}</p>
          <EmailField form={form} value={email} onChange={setEmail} />
        </>
      ) : (
        <>
          <CodeField form={form} value={code} hint={words.signIn.codeSent} onChange={setCode} />
          <PasswordField
            id="password"
            label={words.signIn.newPassword}
            hint={words.join.passwordHint}
            error={form.errorOf('password')}
            autoComplete="new-password"
            value={password}
            onChange={(event) => {
              form.mend('password')
              setPassword(event.target.value)
            }}
          />
        </>
      )}
      <Button
        id={form.buttonId}
        type="submit"
        kind="primary"
        block
        busy={form.isBusy ? words.signIn.setting : undefined}
      >
        {step === 'ask' ? words.signIn.sendResetCode : words.signIn.setPassword}
      </Button>
    </form>
  )
}
