import type { ReactNode } from 'react'
import { usePieceWords } from '../language/language.tsx'
import './field.css'

export interface FieldWords {
  optional: string
}

export const fieldWords: FieldWords = { optional: '(optional)' }

/** What every box has around it: label above, hint under the label, what to put right under that. */
export interface FieldProps {
  label: string
  hint?: ReactNode
  /** What to do, not what went wrong: “Enter the day you were born, like 15 3 1984”. */
  error?: string
  isOptional?: boolean
  words?: Partial<FieldWords>
}

interface FrameProps extends FieldProps {
  id: string
  children: ReactNode
}

/** Ids of a field's hint and error, for `aria-describedby`. */
export function describedBy(
  id: string,
  { hint, error }: Pick<FieldProps, 'hint' | 'error'>,
  ...more: (string | undefined)[]
) {
  const ids = [hint && `${id}-hint`, error && `${id}-error`, ...more].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

export function Field({ id, label, hint, error, isOptional, words, children }: FrameProps) {
  const say = usePieceWords('field', fieldWords, words)
  return (
    <div className="wf-field" data-error={error ? '' : undefined}>
      <label className="wf-field__label" htmlFor={id}>
        {label}
        {isOptional && (
          <>
            {' '}
            <span className="wf-field__optional">{say.optional}</span>
          </>
        )}
      </label>
      <FieldNotes id={id} hint={hint} error={error} />
      {children}
    </div>
  )
}

export function FieldNotes({ id, hint, error }: { id: string; hint?: ReactNode; error?: string }) {
  return (
    <>
      {hint && (
        <p className="wf-field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="wf-field__error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </>
  )
}
