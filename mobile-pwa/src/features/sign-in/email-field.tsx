import { Email } from '@weft/contract/people/shapes.ts'
import type { FieldError } from '@weft/ui/error-summary/error-summary.tsx'
import { TextField } from '@weft/ui/text-field/text-field.tsx'
import type { Form } from '../../shell/use-form.ts'
import type { Words } from '../../words/words.ts'
import { useWords } from '../../words/words-provider.tsx'

export const emailProblem = (email: string, words: Words): FieldError | false =>
  !Email.safeParse(email).success && { fieldId: 'email', message: words.signIn.errors.email }

interface Props {
  form: Form
  value: string
  onChange: (value: string) => void
}

export function EmailField({ form, value, onChange }: Props) {
  const words = useWords()
  return (
    <TextField
      id="email"
      label={words.signIn.email}
      error={form.errorOf('email')}
      type="email"
      autoComplete="username"
      inputMode="email"
      dir="ltr"
      value={value}
      onChange={(event) => {
        form.mend('email')
        onChange(event.target.value)
      }}
    />
  )
}
