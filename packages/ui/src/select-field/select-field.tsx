import { type ComponentPropsWithRef, useId } from 'react'
import { describedBy, Field, type FieldProps } from '../field/field.tsx'

export interface SelectFieldProps extends Omit<ComponentPropsWithRef<'select'>, 'children'>, FieldProps {
  options: { value: string; label: string }[]
}

/** The device's own list. Up to five choices read better as radios. */
export function SelectField({ label, hint, error, isOptional, words, options, ...select }: SelectFieldProps) {
  const made = useId()
  const id = select.id ?? made
  return (
    <Field id={id} label={label} hint={hint} error={error} isOptional={isOptional} words={words}>
      <select
        {...select}
        id={id}
        className="wf-field__box"
        aria-describedby={describedBy(id, { hint, error }, select['aria-describedby'])}
        aria-invalid={error ? true : undefined}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}
