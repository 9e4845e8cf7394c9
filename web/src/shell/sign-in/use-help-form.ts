import type { FieldError } from '@weft/ui/error-summary/error-summary.tsx'
import { type FormEvent, useId, useState } from 'react'
import { useWords } from '../../words/words.ts'
import { troubleOf } from './refusal.ts'

type Field = 'email' | 'code' | 'password'
export type Mistakes = Partial<Record<Field, string>>

interface Steps {
  /** What is still to be put right, in the order of the page. */
  check: () => Mistakes
  act: () => Promise<void>
  /** A refusal that belongs to a field; any other is said in the usual words and leads to the button. */
  explain?: (error: unknown) => Mistakes | undefined
}

/** Checks on submit, keeps what was typed whatever happens, and asks once however often it is pressed. */
export function useHelpForm({ check, act, explain }: Steps) {
  const { signIn } = useWords()
  const id = useId()
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const [isBusy, setBusy] = useState(false)
  const idOf = (field: Field | 'submit') => `${id}-${field}`
  const show = (found: Mistakes) =>
    setErrors(Object.entries(found).map(([field, message]) => ({ fieldId: idOf(field as Field), message })))

  const submit = async () => {
    const found = check()
    show(found)
    if (Object.keys(found).length > 0) return
    setBusy(true)
    try {
      await act()
    } catch (error) {
      const mistakes = explain?.(error)
      if (mistakes) show(mistakes)
      else setErrors([{ fieldId: idOf('submit'), message: troubleOf(error, signIn) }])
      setBusy(false)
    }
  }
  return {
    idOf,
    errors,
    errorOf: (field: Field) => errors.find(({ fieldId }) => fieldId === idOf(field))?.message,
    isBusy,
    onSubmit: (event: FormEvent) => {
      event.preventDefault()
      if (!isBusy) void submit()
    },
  }
}

export type HelpForm = ReturnType<typeof useHelpForm>
