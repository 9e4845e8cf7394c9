import { completeSignUp } from '@weft/contract/people/operations.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { Checkbox } from '@weft/ui/choice/choice.tsx'
import { ErrorSummary } from '@weft/ui/error-summary/error-summary.tsx'
import { useState } from 'react'
import { useScreen } from '../../shell/frame.tsx'
import { nextPlace, rememberNext } from '../../shell/next-place.ts'
import { chooseLanguage } from '../../shell/owed-settings.ts'
import { go } from '../../shell/router.tsx'
import { useSessions } from '../../shell/session.tsx'
import { useForm } from '../../shell/use-form.ts'
import { CallFailed, call } from '../../wire/call.ts'
import type { Language } from '../../words/words.ts'
import { useWords } from '../../words/words-provider.tsx'
import { forgetAnswers, useJoin } from './join-answers.ts'

const ticks = ['thirteen', 'terms', 'privacy', 'studies'] as const
type Tick = (typeof ticks)[number]

/** Step 3: privacy in five plain lines, three ticks that are needed and one that is not. */
export function JoinPrivacy() {
  const words = useWords()
  const { accept } = useSessions()
  const { answers, change, setRefusal } = useJoin()
  const [ticked, setTicked] = useState<ReadonlySet<Tick>>(new Set())
  const needed = ticks.filter((tick) => tick !== 'studies')

  const backTo = (refusal: string, step: Partial<typeof answers>) => {
    setRefusal(refusal)
    change(step)
    go('/join/2', { replace: true })
    return []
  }
  const form = useForm({
    check: () => needed.map((tick) => !ticked.has(tick) && { fieldId: tick, message: words.join.errors[tick] }),
    async act() {
      const session = await call(completeSignUp, {
        signUpId: answers.signUpId as string,
        password: answers.password,
        calledName: answers.calledName.trim() || undefined,
        isThirteenOrOver: true,
        agreesToTerms: true,
        hasReadPrivacy: true,
        mayBeAskedAboutStudies: ticked.has('studies') || undefined,
      })
      forgetAnswers()
      chooseLanguage(words.language.code as Language)
      if (nextPlace('') === '') rememberNext('/start/1')
      await accept(session)
    },
    explain(error) {
      if (!(error instanceof CallFailed)) return undefined
      const isAboutPassword = error.problem?.fields?.some(({ path }) => path === 'password')
      if (isAboutPassword) return backTo(words.join.errors.passwordCommon, { password: '' })
      if (error.code === 'code-not-right') return backTo(words.join.errors.codeWrong, { isProved: false, password: '' })
      return undefined
    },
  })
  useScreen({ title: words.join.privacyTitle, back: '/join/2' })

  const toggle = (tick: Tick) => {
    form.mend(tick)
    setTicked((before) => new Set(ticks.filter((one) => (one === tick ? !before.has(one) : before.has(one)))))
  }
  return (
    <form className="form" onSubmit={form.onSubmit} noValidate>
      <ErrorSummary errors={form.errors} words={{ title: words.problem.summary }} />
      <ul className="join-privacy">
        {words.join.privacyLines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <fieldset className="form">
        <legend className="visually-hidden">{words.join.agree}</legend>
        {ticks.map((tick) => (
          <Checkbox
            key={tick}
            id={tick}
            label={words.join[tick]}
            error={form.errorOf(tick)}
            checked={ticked.has(tick)}
            onChange={() => toggle(tick)}
          />
        ))}
      </fieldset>
      <Button
        id={form.buttonId}
        type="submit"
        kind="primary"
        block
        busy={form.isBusy ? words.join.creating : undefined}
      >
        {words.join.create}
      </Button>
    </form>
  )
}
