import { Password } from '@weft/contract/people/shapes.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { ErrorSummary } from '@weft/ui/error-summary/error-summary.tsx'
import { PasswordField } from '@weft/ui/text-field/text-field.tsx'
import { useScreen } from '../../shell/frame.tsx'
import { go } from '../../shell/router.tsx'
import { useForm } from '../../shell/use-form.ts'
import { useWords } from '../../words/words-provider.tsx'
import { useJoin } from './join-answers.ts'
import { useRefusal } from './use-refusal.ts'

/** Step 2, second half: 10 to 100 characters of any kind. The commonest are refused by the server at the end, and said here. */
export function JoinPassword() {
  const words = useWords()
  const { answers, change } = useJoin()

  const form = useForm({
    check: () => [
      !Password.safeParse(answers.password).success && { fieldId: 'password', message: words.join.errors.password },
    ],
    async act() {
      go('/join/3')
    },
  })
  useRefusal(form, 'password')
  useScreen({ title: words.join.passwordTitle, back: '/join/1' })

  return (
    <form className="form" onSubmit={form.onSubmit} noValidate>
      <ErrorSummary errors={form.errors} words={{ title: words.problem.summary }} />
      <input type="email" className="visually-hidden" autoComplete="username" value={answers.email} readOnly hidden />
      <PasswordField
        id="password"
        label={words.join.password}
        hint={words.join.passwordHint}
        error={form.errorOf('password')}
        autoComplete="new-password"
        value={answers.password}
        onChange={(event) => {
          form.mend('password')
          change({ password: event.target.value })
        }}
      />
      <Button id={form.buttonId} type="submit" kind="primary" block>
        {words.join.continue}
      </Button>
    </form>
  )
}
