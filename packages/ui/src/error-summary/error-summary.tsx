import { type MouseEvent, useEffect, useId, useRef } from 'react'
import { usePieceWords } from '../language/language.tsx'
import { type ErrorSummaryWords, words } from './words.ts'
import './error-summary.css'

export interface FieldError {
  /** Id of the control to put right; of the first one in a group. */
  fieldId: string
  /** The same words as by the field. */
  message: string
}

export interface ErrorSummaryProps {
  /** In the order of the page. Pass a new array for each try: focus comes here every time. */
  errors: readonly FieldError[]
  words?: Partial<ErrorSummaryWords>
}

/** Stands at the top of a form after a try that could not go through. The app prefixes the page title with “Error:”. */
export function ErrorSummary({ errors, words: given }: ErrorSummaryProps) {
  const say = usePieceWords('errorSummary', words, given)
  const titleId = useId()
  const box = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new set of errors takes focus again
  useEffect(() => {
    box.current?.focus()
  }, [errors])
  if (errors.length === 0) return null

  const goTo = (event: MouseEvent, fieldId: string) => {
    const field = document.getElementById(fieldId)
    if (!field) return
    event.preventDefault()
    // The label, not the box, to the top: a box whose label is out of view says nothing.
    const label =
      field.closest('fieldset')?.querySelector('legend') ??
      document.querySelector(`label[for="${CSS.escape(fieldId)}"]`)
    ;(label ?? field).scrollIntoView?.()
    field.focus({ preventScroll: true })
  }
  return (
    <div ref={box} className="wf-error-summary" role="alert" aria-labelledby={titleId} tabIndex={-1}>
      <h2 id={titleId}>{say.title}</h2>
      <ul className="wf-error-summary__list">
        {errors.map(({ fieldId, message }) => (
          <li key={`${fieldId} ${message}`}>
            <a href={`#${fieldId}`} onClick={(event) => goTo(event, fieldId)}>
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
