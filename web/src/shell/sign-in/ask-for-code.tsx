import { Email } from '@weft/contract/people/shapes.ts'
import { TextField } from '@weft/ui/text-field/text-field.tsx'
import { useState } from 'react'
import { useWords } from '../../words/words.ts'
import { codeOf } from '../call.ts'
import { HelpForm } from './help-form.tsx'
import { HelpPage } from './help-page.tsx'
import { useHelpForm } from './use-help-form.ts'

interface Props {
  title: string
  lead: string
  knownEmail: string
  /** Asks for the code. What follows is the same whether or not the address has an account. */
  ask: (email: string) => Promise<void>
  onBack: () => void
}

/** The first step of both ways: which address. */
export function AskForCode({ title, lead, knownEmail, ask, onBack }: Props) {
  const { signIn } = useWords()
  const [email, setEmail] = useState(knownEmail)
  const form = useHelpForm({
    check: () => (Email.safeParse(email).success ? {} : { email: signIn.emailMissing }),
    act: () => ask(email.trim()),
    explain: (error) => (codeOf(error) === 'not-acceptable' ? { email: signIn.emailMissing } : undefined),
  })
  return (
    <HelpPage title={title} lead={lead} onBack={onBack}>
      <HelpForm form={form} submit={signIn.sendCode} busy={signIn.sending}>
        <TextField
          id={form.idOf('email')}
          label={signIn.email}
          type="email"
          inputMode="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          value={email}
          onChange={(event) => setEmail(event.target.value)}
          error={form.errorOf('email')}
        />
      </HelpForm>
    </HelpPage>
  )
}
