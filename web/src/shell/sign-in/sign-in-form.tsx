import { Button } from '@weft/ui/button/button.tsx'
import { ErrorSummary } from '@weft/ui/error-summary/error-summary.tsx'
import { PasswordField, TextField } from '@weft/ui/text-field/text-field.tsx'
import { type FormEvent, useId, useState } from 'react'
import type { Words } from '../../words/words.ts'
import { useWords } from '../../words/words.ts'
import { codeOf } from '../call.ts'
import { useSessionStore } from '../session/session-context.ts'
import { troubleOf } from './refusal.ts'

interface Mistake {
  field: 'email' | 'password'
  message: string
}

/** By password. Used on its own page and inside the lock, where it answers in place. */
export function SignInForm({ knownEmail = '' }: { knownEmail?: string }) {
  const { signIn: words } = useWords()
  const store = useSessionStore()
  const id = useId()
  const [email, setEmail] = useState(knownEmail)
  const [password, setPassword] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [mistakes, setMistakes] = useState<Mistake[]>([])
  const errorOf = (field: Mistake['field']) => mistakes.find((mistake) => mistake.field === field)?.message

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (isBusy) return
    const found = missing(email, password, words)
    setMistakes(found)
    if (found.length > 0) return
    setBusy(true)
    try {
      await store.signIn(email.trim(), password)
    } catch (error) {
      setPassword('')
      setMistakes([{ field: 'password', message: refusalOf(error, words) }])
      setBusy(false)
    }
  }

  return (
    <form className="sign-in" onSubmit={submit} noValidate>
      {mistakes.length > 0 && (
        <ErrorSummary errors={mistakes.map(({ field, message }) => ({ fieldId: `${id}-${field}`, message }))} />
      )}
      <TextField
        id={`${id}-email`}
        label={words.email}
        type="email"
        inputMode="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        value={email}
        onChange={(event) => setEmail(event.target.value)}
        error={errorOf('email')}
      />
      <PasswordField
        id={`${id}-password`}
        label={words.password}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        error={errorOf('password')}
      />
      <Button kind="primary" type="submit" block busy={isBusy ? words.busy : undefined}>
        {words.submit}
      </Button>
    </form>
  )
}

function missing(email: string, password: string, words: Words['signIn']): Mistake[] {
  const mistakes: Mistake[] = []
  if (!/^\S+@\S+$/.test(email.trim())) mistakes.push({ field: 'email', message: words.emailMissing })
  if (password === '') mistakes.push({ field: 'password', message: words.passwordMissing })
  return mistakes
}

/** An unknown address and a wrong password are one answer; so is an address the server cannot read. */
function refusalOf(error: unknown, words: Words['signIn']): string {
  const code = codeOf(error)
  return code === 'details-do-not-match' || code === 'not-acceptable' ? words.refused : troubleOf(error, words)
}
