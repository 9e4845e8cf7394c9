import { type ComponentPropsWithRef, type ReactNode, useId, useState } from 'react'
import { Button } from '../button/button.tsx'
import { describedBy, Field, type FieldProps } from '../field/field.tsx'
import { usePieceWords } from '../language/language.tsx'
import { type PasswordWords, words as passwordWords } from './words.ts'

type Input = Omit<ComponentPropsWithRef<'input'>, 'prefix' | 'children'>

export interface TextFieldProps extends Input, FieldProps {
  /** Read beside the box, not inside it: “£”, “hours”. */
  prefix?: ReactNode
  suffix?: ReactNode
}

/**
 * One line of text. Pass `autoComplete` and `inputMode` wherever we know what is asked for (WCAG 1.3.5); of anything else the browser is told to
 * remember nothing, for the next who writes here may be somebody else.
 */
export function TextField({ label, hint, error, isOptional, words, prefix, suffix, ...input }: TextFieldProps) {
  const made = useId()
  const id = input.id ?? made
  const box = (
    <input
      type="text"
      autoComplete="off"
      {...input}
      id={id}
      className="wf-field__box"
      dir={input.dir ?? 'auto'}
      aria-describedby={describedBy(id, { hint, error }, input['aria-describedby'])}
      aria-invalid={error ? true : undefined}
    />
  )
  return (
    <Field id={id} label={label} hint={hint} error={error} isOptional={isOptional} words={words}>
      {prefix || suffix ? (
        <div className="wf-field__line">
          {prefix && <span className="wf-field__affix">{prefix}</span>}
          {box}
          {suffix && <span className="wf-field__affix">{suffix}</span>}
        </div>
      ) : (
        box
      )}
    </Field>
  )
}

export interface PasswordFieldProps extends Omit<Input, 'type'>, Omit<FieldProps, 'words'> {
  words?: Partial<PasswordWords>
}

/** A password that can be seen while typing; pasting and password managers are welcome. */
export function PasswordField({ label, hint, error, isOptional, words, ...input }: PasswordFieldProps) {
  const say = usePieceWords('password', passwordWords, words)
  const made = useId()
  const id = input.id ?? made
  const [isShown, setShown] = useState(false)
  return (
    <Field id={id} label={label} hint={hint} error={error} isOptional={isOptional}>
      <div className="wf-field__line">
        <input
          autoComplete="current-password"
          {...input}
          type={isShown ? 'text' : 'password'}
          id={id}
          className="wf-field__box"
          spellCheck={false}
          autoCapitalize="none"
          aria-describedby={describedBy(id, { hint, error }, input['aria-describedby'])}
          aria-invalid={error ? true : undefined}
        />
        <Button aria-label={isShown ? say.hideLabel : say.showLabel} onClick={() => setShown(!isShown)}>
          {isShown ? say.hide : say.show}
        </Button>
      </div>
    </Field>
  )
}
