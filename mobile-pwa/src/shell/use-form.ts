import type { FieldError } from '@weft/ui/error-summary/error-summary.tsx'
import { type FormEvent, useCallback, useId, useState } from 'react'
import { problemWords } from '../words/problem-words.ts'
import { useWords } from '../words/words-provider.tsx'
import { useFaultyTitle } from './frame.tsx'

export interface Form {
  /** For the `<form>`: checks, then acts; while it acts, pressing again does nothing. */
  onSubmit: (event: FormEvent) => void
  isBusy: boolean
  /** Of the last try, for the summary. */
  errors: readonly FieldError[]
  /** By a field, until it is changed. */
  errorOf: (fieldId: string) => string | undefined
  /** Called when a field is changed. */
  mend: (fieldId: string) => void
  fail: (errors: readonly FieldError[]) => void
  /** Id of the main button: what a problem that belongs to no field points at. */
  buttonId: string
}

interface Steps {
  /** What is still to be put right, in the order of the page. */
  check: () => (FieldError | false | undefined)[]
  act: () => Promise<void>
  /** Problems that belong to a field; the rest are said in our usual words. */
  explain?: (error: unknown) => readonly FieldError[] | undefined
}

/** Validates on submit, keeps what was typed whatever happens, and never disables its button (experience.md 5.2). */
export function useForm({ check, act, explain }: Steps): Form {
  const words = useWords()
  const buttonId = useId()
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const [mended, setMended] = useState<ReadonlySet<string>>(new Set())
  const [isBusy, setBusy] = useState(false)
  useFaultyTitle(errors.length > 0)

  const fail = useCallback((found: readonly FieldError[]) => {
    setErrors(found)
    setMended(new Set())
  }, [])

  const submit = async () => {
    const found = check().filter((one) => one !== false && one !== undefined)
    if (found.length > 0 || errors.length > 0) fail(found)
    if (found.length > 0) return
    setBusy(true)
    try {
      await act()
    } catch (error) {
      fail(explain?.(error) ?? [{ fieldId: buttonId, message: problemWords(error, words) }])
    } finally {
      setBusy(false)
    }
  }

  return {
    onSubmit(event) {
      event.preventDefault()
      if (!isBusy) void submit()
    },
    isBusy,
    errors,
    errorOf: (fieldId) => (mended.has(fieldId) ? undefined : errors.find((one) => one.fieldId === fieldId)?.message),
    mend: (fieldId) => setMended((before) => (before.has(fieldId) ? before : new Set([...before, fieldId]))),
    fail,
    buttonId,
  }
}
