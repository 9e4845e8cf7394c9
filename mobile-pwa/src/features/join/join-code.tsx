import { proveSignUp, resendSignUpCode } from '@weft/contract/people/operations.ts'
import { Button, LinkButton } from '@weft/ui/button/button.tsx'
import { ErrorSummary } from '@weft/ui/error-summary/error-summary.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { useState } from 'react'
import { useScreen } from '../../shell/frame.tsx'
import { useForm } from '../../shell/use-form.ts'
import { CallFailed, call } from '../../wire/call.ts'
import { problemWords, waitWords } from '../../words/problem-words.ts'
import { useWords } from '../../words/words-provider.tsx'
import { CodeField, codeProblem } from '../sign-in/code-field.tsx'
import { useJoin } from './join-answers.ts'
import { useRefusal } from './use-refusal.ts'

const resendAfterMs = 30_000

/** Step 2, first half: the code proves the address. One box, where pasting and autofill are welcome. */
export function JoinCode() {
  const words = useWords()
  const toast = useToast()
  const { answers, change } = useJoin()
  const [code, setCode] = useState('')
  const signUpId = answers.signUpId as string
  const wrong = words.join.errors.codeWrong

  const form = useForm({
    check: () => [codeProblem(code, words)],
    async act() {
      await call(proveSignUp, { signUpId, code })
      change({ isProved: true })
    },
    explain: (error) =>
      error instanceof CallFailed && error.code === 'code-not-right'
        ? [{ fieldId: 'code', message: wrong }]
        : undefined,
  })
  useRefusal(form, 'code')
  useScreen({ title: words.join.codeTitle, back: '/join/1' })

  const resend = async () => {
    const left = answers.sentAt + resendAfterMs - Date.now()
    if (left > 0) return toast({ text: words.join.resendWait(waitWords(Math.ceil(left / 1000), words)) })
    try {
      await call(resendSignUpCode, { signUpId })
      change({ sentAt: Date.now() })
      toast({ text: words.join.resent })
    } catch (error) {
      toast({ text: problemWords(error, words) })
    }
  }

  return (
    <form className="form" onSubmit={form.onSubmit} noValidate>
      <ErrorSummary errors={form.errors} words={{ title: words.problem.summary }} />
      <CodeField form={form} value={code} hint={words.join.codeSentTo(answers.email)} onChange={setCode} />
      <Button
        id={form.buttonId}
        type="submit"
        kind="primary"
        block
        busy={form.isBusy ? words.join.checking : undefined}
      >
        {words.join.continue}
      </Button>
      <div className="form__more">
        <Button kind="quiet" onClick={resend}>
          {words.join.resend}
        </Button>
        <LinkButton kind="quiet" href="/join/1">
          {words.join.otherEmail}
        </LinkButton>
      </div>
    </form>
  )
}
