import { Code } from '@weft/contract/people/shapes.ts'
import { TextField } from '@weft/ui/text-field/text-field.tsx'
import type { Words } from '../../words/words.ts'
import { useWords } from '../../words/words.ts'
import type { HelpForm, Mistakes } from './use-help-form.ts'

export const checkCode = (code: string, words: Words['signIn']): Mistakes =>
  Code.safeParse(code).success ? {} : { code: words.codeMissing }

interface Props {
  form: HelpForm
  email: string
  value: string
  onChange: (value: string) => void
}

/** One box for the six numbers: pasting them, with their spaces, and filling them in from elsewhere are welcome. */
export function CodeField({ form, email, value, onChange }: Props) {
  const { signIn } = useWords()
  return (
    <TextField
      id={form.idOf('code')}
      label={signIn.code}
      hint={signIn.codeSent(email)}
      autoComplete="one-time-code"
      inputMode="numeric"
      dir="ltr"
      value={value}
      onChange={(event) => onChange(event.target.value)}
      error={form.errorOf('code')}
    />
  )
}
