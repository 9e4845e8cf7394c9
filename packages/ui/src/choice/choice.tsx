import { type ComponentPropsWithRef, type ReactNode, useId } from 'react'
import { FieldNotes } from '../field/field.tsx'
import './choice.css'

export interface Choice<V extends string> {
  value: V
  label: ReactNode
  hint?: string
}

interface GroupProps<V extends string> {
  legend: ReactNode
  options: readonly Choice<V>[]
  hint?: string
  error?: string
  /** Chips for short words side by side; a list when the words are longer. */
  look?: 'list' | 'chips'
  /** Of the inputs; made up when absent. */
  name?: string
  /** Id of the first input: what an error summary links to. */
  id?: string
}

export interface RadioGroupProps<V extends string> extends GroupProps<V> {
  value: V | null
  onChange: (value: V) => void
}

export function RadioGroup<V extends string>({ value, onChange, ...group }: RadioGroupProps<V>) {
  return <Group {...group} type="radio" isChosen={(each) => each === value} onPick={(each) => onChange(each)} />
}

export interface CheckboxGroupProps<V extends string> extends GroupProps<V> {
  value: readonly V[]
  onChange: (value: V[]) => void
}

/** Choices keep the order of the options, whatever order they were ticked in. */
export function CheckboxGroup<V extends string>({ value, onChange, ...group }: CheckboxGroupProps<V>) {
  const pick = (each: V, isOn: boolean) =>
    onChange(group.options.map((option) => option.value).filter((one) => (one === each ? isOn : value.includes(one))))
  return <Group {...group} type="checkbox" isChosen={(each) => value.includes(each)} onPick={pick} />
}

interface InnerProps<V extends string> extends GroupProps<V> {
  type: 'radio' | 'checkbox'
  isChosen: (value: V) => boolean
  onPick: (value: V, isOn: boolean) => void
}

function Group<V extends string>(props: InnerProps<V>) {
  const { legend, options, hint, error, look = 'list', type, isChosen, onPick } = props
  const made = useId()
  const id = props.id ?? made
  const notes = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <fieldset className="wf-field" data-error={error ? '' : undefined} aria-describedby={notes || undefined}>
      <legend className="wf-field__label">{legend}</legend>
      <FieldNotes id={id} hint={hint} error={error} />
      <div className="wf-choices" data-look={look}>
        {options.map((option, at) => (
          <Option
            key={option.value}
            id={at === 0 ? id : `${id}-${at}`}
            type={type}
            name={props.name ?? made}
            value={option.value}
            label={option.label}
            hint={option.hint}
            checked={isChosen(option.value)}
            onChange={(event) => onPick(option.value, event.target.checked)}
          />
        ))}
      </div>
    </fieldset>
  )
}

interface OptionProps extends ComponentPropsWithRef<'input'> {
  id: string
  label: ReactNode
  hint?: string
  error?: string
}

function Option({ label, hint, error, ...input }: OptionProps) {
  const notes = [hint && `${input.id}-about`, error && `${input.id}-error`].filter(Boolean).join(' ')
  return (
    <div className="wf-choice">
      <input {...input} aria-describedby={notes || undefined} aria-invalid={error ? true : undefined} />
      <label htmlFor={input.id}>{label}</label>
      {hint && (
        <p className="wf-choice__hint" id={`${input.id}-about`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="wf-field__error" id={`${input.id}-error`}>
          {error}
        </p>
      )}
    </div>
  )
}

export interface CheckboxProps extends Omit<ComponentPropsWithRef<'input'>, 'type'> {
  label: ReactNode
  hint?: string
  error?: string
}

/** One tick on its own: “I am 13 or over”. */
export function Checkbox(props: CheckboxProps) {
  const made = useId()
  return <Option {...props} id={props.id ?? made} type="checkbox" />
}

export interface SwitchProps {
  label: ReactNode
  hint?: string
  isOn: boolean
  onChange: (isOn: boolean) => void
  id?: string
}

/** Takes effect at once; a tick that waits for Save is a `Checkbox`. */
export function Switch({ label, hint, isOn, onChange, id: given }: SwitchProps) {
  const made = useId()
  return (
    <Option
      id={given ?? made}
      type="checkbox"
      role="switch"
      label={label}
      hint={hint}
      checked={isOn}
      onChange={(event) => onChange(event.target.checked)}
    />
  )
}
