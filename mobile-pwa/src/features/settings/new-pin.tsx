import type { FieldError } from '@weft/ui/error-summary/error-summary.tsx'
import { PasswordField } from '@weft/ui/text-field/text-field.tsx'
import { pinProblem, plainPin } from '../../device/pin.ts'
import type { Form } from '../../shell/use-form.ts'
import type { Words } from '../../words/words.ts'
import { useWords } from '../../words/words-provider.tsx'

/** A new PIN, and once more: nobody can look it up afterwards. */
export interface TypedPin {
  pin: string
  again: string
}

export function newPinProblems({ pin, again }: TypedPin, { appLock: say }: Words): (FieldError | false)[] {
  const problem = pinProblem(plainPin(pin))
  if (problem) return [{ fieldId: 'pin', message: say.errors[problem] }]
  return [plainPin(again) !== plainPin(pin) && { fieldId: 'again', message: say.errors.differ }]
}

interface Props {
  form: Form
  typed: TypedPin
  onType: (typed: TypedPin) => void
}

export function NewPin({ form, typed, onType }: Props) {
  const say = useWords().appLock
  const field = (id: keyof TypedPin, label: string, hint?: string) => (
    <PasswordField
      id={id}
      label={label}
      hint={hint}
      error={form.errorOf(id)}
      inputMode="numeric"
      autoComplete="new-password"
      dir="ltr"
      value={typed[id]}
      onChange={(event) => {
        form.mend(id)
        onType({ ...typed, [id]: event.target.value })
      }}
    />
  )
  return (
    <>
      {field('pin', say.newPin, say.newPinHint)}
      {field('again', say.again)}
    </>
  )
}
