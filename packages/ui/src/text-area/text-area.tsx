import { type ChangeEvent, type ComponentPropsWithRef, useId, useState } from 'react'
import { describedBy, Field, type FieldProps } from '../field/field.tsx'
import { usePieceWords } from '../language/language.tsx'
import { words as defaults, type TextAreaWords } from './words.ts'
import './text-area.css'

export interface TextAreaProps extends Omit<ComponentPropsWithRef<'textarea'>, 'children'>, Omit<FieldProps, 'words'> {
  /** Counted from three quarters on; longer text is never cut, the form says so when it is sent. */
  maxLength?: number
  words?: Partial<TextAreaWords>
}

export function TextArea({ label, hint, error, isOptional, maxLength, words: given, ...box }: TextAreaProps) {
  const say = usePieceWords('textArea', defaults, given)
  const made = useId()
  const id = box.id ?? made
  const [ownLength, setOwnLength] = useState(String(box.defaultValue ?? '').length)
  const length = box.value === undefined ? ownLength : String(box.value).length
  const isCounted = maxLength !== undefined && length >= maxLength * 0.75
  const left = (maxLength ?? 0) - length
  const change = (event: ChangeEvent<HTMLTextAreaElement>) => {
    setOwnLength(event.target.value.length)
    box.onChange?.(event)
  }
  return (
    <Field id={id} label={label} hint={hint} error={error} isOptional={isOptional} words={say}>
      <textarea
        rows={3}
        {...box}
        id={id}
        className="wf-field__box wf-text-area"
        dir={box.dir ?? 'auto'}
        onChange={change}
        aria-describedby={describedBy(
          id,
          { hint, error },
          isCounted ? `${id}-count` : undefined,
          box['aria-describedby'],
        )}
        aria-invalid={error ? true : undefined}
      />
      {isCounted && (
        <p className="wf-text-area__count" id={`${id}-count`} data-over={left < 0 || undefined}>
          {left < 0 ? say.over(-left) : say.left(left)}
        </p>
      )}
    </Field>
  )
}
