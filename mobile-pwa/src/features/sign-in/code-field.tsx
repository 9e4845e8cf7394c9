import { Code } from '@weft/contract/people/shapes.ts'
import type { FieldError } from '@weft/ui/error-summary/error-summary.tsx'
import { latinFigures } from '@weft/ui/text-field/latin-figures.ts'
import { TextField } from '@weft/ui/text-field/text-field.tsx'
import type { Form } from '../../shell/use-form.ts'
import type { Words } from '../../words/words.ts'
import { useWords } from '../../words/words-provider.tsx'

export const codeProblem = (code: string, words: Words): FieldError | false =>
  !Code.safeParse(code).success && { fieldId: 'code', message: words.join.errors.code }

interface Props {
  form: Form
  value: string
  hint?: string
  onChange: (value: string) => void
}

/** One box for the six numbers: pasting, and the phone's own autofill, are welcome. */
export function CodeField({ form, value, hint, onChange }: Props) {
  const words = useWords()
  return (
    <TextField
      id="code"
      label={words.join.code}
      hint={hint}
      error={form.errorOf('code')}
      autoComplete="one-time-code"
      inputMode="numeric"
      dir="ltr"
      value={value}
      onChange={(event) => {
        form.mend('code')
        onChange(latinFigures(event.target.value))
      }}
    />
  )
}
