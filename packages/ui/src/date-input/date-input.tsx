import { useId } from 'react'
import { FieldNotes } from '../field/field.tsx'
import { usePieceWords } from '../language/language.tsx'
import type { DatePart, DateParts } from './read-date.ts'
import { type DateInputWords, words } from './words.ts'
import './date-input.css'

export interface DateInputProps {
  legend: string
  value: DateParts
  onChange: (value: DateParts) => void
  hint?: string
  error?: string
  /** Which boxes are wrong; all three when an error names none. */
  wrong?: readonly DatePart[]
  /** Given for a date of birth, so the device may fill it in. */
  autoComplete?: 'bday'
  /** Id of the first box: what an error summary links to. */
  id?: string
  words?: Partial<DateInputWords>
}

const sizes = { day: 2, month: 4, year: 4 } as const

/** A known date in three boxes. Figures or month names; nothing jumps to the next box by itself. */
export function DateInput({
  legend,
  value,
  onChange,
  hint,
  error,
  wrong,
  autoComplete,
  id: given,
  words: own,
}: DateInputProps) {
  const say = usePieceWords('dateInput', words, own)
  const made = useId()
  const id = given ?? made
  const notes = [`${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  const isWrong = (part: DatePart) => (error !== undefined && (wrong?.includes(part) ?? true)) || undefined
  return (
    <fieldset className="wf-field wf-date-input" data-error={error ? '' : undefined} aria-describedby={notes}>
      <legend className="wf-field__label">{legend}</legend>
      <FieldNotes id={id} hint={hint ?? say.example} error={error} />
      <div className="wf-date-input__boxes">
        {(['day', 'month', 'year'] as const).map((part) => (
          <div key={part} className="wf-date-input__part">
            <label htmlFor={part === 'day' ? id : `${id}-${part}`}>{say[part]}</label>
            <input
              id={part === 'day' ? id : `${id}-${part}`}
              className="wf-field__box"
              style={{ inlineSize: `calc(${sizes[part]}ch + 2.2em)` }}
              type="text"
              // A numeric keypad has no letters: the month may be a word.
              inputMode={part === 'month' ? 'text' : 'numeric'}
              autoComplete={autoComplete ? `${autoComplete}-${part}` : 'off'}
              aria-invalid={isWrong(part)}
              value={value[part]}
              onChange={(event) => onChange({ ...value, [part]: event.target.value })}
            />
          </div>
        ))}
      </div>
    </fieldset>
  )
}
