import { changeSafeContact, getSafeContact } from '@weft/contract/people/operations.ts'
import type { SafeContactRules } from '@weft/contract/people/shapes.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { Checkbox, RadioGroup } from '@weft/ui/choice/choice.tsx'
import { ErrorSummary } from '@weft/ui/error-summary/error-summary.tsx'
import { Loading } from '@weft/ui/house-state/house-state.tsx'
import { TextField } from '@weft/ui/text-field/text-field.tsx'
import { useCallback, useEffect, useState } from 'react'
import { useForm } from '../../shell/use-form.ts'
import { CallFailed, call } from '../../wire/call.ts'
import { problemWords } from '../../words/problem-words.ts'
import { useWords } from '../../words/words-provider.tsx'

interface Props {
  /** What the button says. */
  act: string
  onSaved: () => void
}

/** “Is it safe to contact you?”: the person's own rules. Never kept on the device: whoever finds the phone must not find them. */
export function ContactRules(props: Props) {
  const words = useWords()
  const [rules, setRules] = useState<SafeContactRules>()
  const [problem, setProblem] = useState<string>()
  const load = useCallback(() => {
    setProblem(undefined)
    call(getSafeContact, {}).then(setRules, (error) => setProblem(problemWords(error, words)))
  }, [words])
  useEffect(load, [load])

  if (problem) {
    return (
      <>
        <p>{problem}</p>
        <Button onClick={load}>{words.app.tryAgain}</Button>
      </>
    )
  }
  if (!rules) return <Loading shape="lines" onTryAgain={load} />
  return <RulesForm {...props} before={rules} />
}

const voicemails = ['unsaid', 'yes', 'no'] as const
type Voicemail = (typeof voicemails)[number]

function RulesForm({ before, act, onSaved }: Props & { before: SafeContactRules }) {
  const words = useWords()
  const say = words.contact
  const [rules, setRules] = useState(before)
  const set = (change: Partial<SafeContactRules>) => setRules((held) => ({ ...held, ...change }))
  const voicemail: Voicemail = rules.voicemailOk === undefined ? 'unsaid' : rules.voicemailOk ? 'yes' : 'no'
  const isBackwards = rules.callFrom && rules.callUntil && rules.callFrom >= rules.callUntil

  const form = useForm({
    check: () => [Boolean(isBackwards) && { fieldId: 'callUntil', message: say.errors.backwards }],
    async act() {
      await call(changeSafeContact, withoutBlanks(rules))
      onSaved()
    },
    explain: (error) =>
      error instanceof CallFailed && error.problem?.fields
        ? error.problem.fields.map(({ path }) => ({ fieldId: path, message: say.errors.field }))
        : undefined,
  })
  const field = (name: 'callFrom' | 'callUntil' | 'alias' | 'language') => ({
    id: name,
    label: say[name],
    error: form.errorOf(name),
    value: rules[name] ?? '',
    onChange: (event: { target: { value: string } }) => {
      form.mend(name)
      set({ [name]: event.target.value })
    },
  })

  return (
    <form className="form" onSubmit={form.onSubmit} noValidate>
      <ErrorSummary errors={form.errors} words={{ title: words.problem.summary }} />
      <Checkbox
        label={say.doNotText}
        checked={rules.doNotText === true}
        onChange={() => set({ doNotText: rules.doNotText ? undefined : true })}
      />
      <Checkbox
        label={say.doNotPost}
        checked={rules.doNotPost === true}
        onChange={() => set({ doNotPost: rules.doNotPost ? undefined : true })}
      />
      <RadioGroup
        legend={say.voicemail}
        look="chips"
        value={voicemail}
        onChange={(picked) => set({ voicemailOk: picked === 'unsaid' ? undefined : picked === 'yes' })}
        options={voicemails.map((value) => ({ value, label: say.voicemails[value] }))}
      />
      <TextField {...field('callFrom')} type="time" isOptional />
      <TextField {...field('callUntil')} type="time" isOptional />
      <TextField {...field('alias')} maxLength={80} isOptional />
      <TextField {...field('language')} maxLength={80} isOptional />
      <Button id={form.buttonId} type="submit" kind="primary" block busy={form.isBusy ? say.saving : undefined}>
        {act}
      </Button>
    </form>
  )
}

/** An emptied box is no rule. */
function withoutBlanks(rules: SafeContactRules): SafeContactRules {
  return Object.fromEntries(Object.entries(rules).filter(([, value]) => value !== undefined && value !== ''))
}
