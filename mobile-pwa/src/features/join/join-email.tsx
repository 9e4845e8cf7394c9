import { startSignUp } from '@weft/contract/people/operations.ts'
import { Email } from '@weft/contract/people/shapes.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { RadioGroup } from '@weft/ui/choice/choice.tsx'
import { ErrorSummary } from '@weft/ui/error-summary/error-summary.tsx'
import { TextField } from '@weft/ui/text-field/text-field.tsx'
import { useScreen } from '../../shell/frame.tsx'
import { LanguageChoice } from '../../shell/language-choice.tsx'
import { go } from '../../shell/router.tsx'
import { useForm } from '../../shell/use-form.ts'
import { call } from '../../wire/call.ts'
import { useWords } from '../../words/words-provider.tsx'
import { useJoin } from './join-answers.ts'

/** Step 1: a name if they like, an address, and whether only they read it. */
export function JoinEmail() {
  const words = useWords()
  const { answers, change } = useJoin()
  const { calledName, email, isPrivateAddress } = answers

  const form = useForm({
    check: () => [!Email.safeParse(email).success && { fieldId: 'email', message: words.join.errors.email }],
    async act() {
      const signUpId = crypto.randomUUID()
      await call(startSignUp, { signUpId, email, calledName: calledName.trim() || undefined, isPrivateAddress })
      change({ signUpId, sentAt: Date.now(), isProved: false })
      go('/join/2')
    },
  })
  useScreen({ title: words.join.title, back: '/' })

  return (
    <form className="form" onSubmit={form.onSubmit} noValidate>
      <ErrorSummary errors={form.errors} words={{ title: words.problem.summary }} />
      <TextField
        label={words.join.calledName}
        isOptional
        autoComplete="nickname"
        maxLength={80}
        value={calledName}
        onChange={(event) => change({ calledName: event.target.value })}
      />
      <TextField
        id="email"
        label={words.join.email}
        hint={words.join.emailHint}
        error={form.errorOf('email')}
        type="email"
        autoComplete="email"
        inputMode="email"
        dir="ltr"
        value={email}
        onChange={(event) => {
          form.mend('email')
          change({ email: event.target.value })
        }}
      />
      <RadioGroup
        legend={words.join.private}
        value={isPrivateAddress === undefined ? null : isPrivateAddress ? 'yes' : 'no'}
        onChange={(value) => change({ isPrivateAddress: value === 'yes' })}
        options={[
          { value: 'yes', label: words.join.yes },
          { value: 'no', label: words.join.no },
        ]}
      />
      <Button id={form.buttonId} type="submit" kind="primary" block busy={form.isBusy ? words.join.sending : undefined}>
        {words.join.continue}
      </Button>
      <LanguageChoice />
    </form>
  )
}
