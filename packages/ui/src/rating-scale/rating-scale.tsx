import { type ReactNode, useId } from 'react'
import { FieldNotes } from '../field/field.tsx'
import './rating-scale.css'

export interface RatingScaleProps {
  legend: ReactNode
  value: number | null
  onChange: (value: number) => void
  /** What 0 and 10 mean. Heard with each value. */
  low: string
  high: string
  hint?: string
  error?: string
  /** Id of the first input: what an error summary links to. */
  id?: string
}

const rows = [
  [0, 1, 2, 3, 4, 5],
  [6, 7, 8, 9, 10],
]

/** 0 to 10, in two rows that fit a small phone. */
export function RatingScale({ legend, value, onChange, low, high, hint, error, id: given }: RatingScaleProps) {
  const made = useId()
  const id = given ?? made
  const ends = `${id}-ends`
  const notes = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <fieldset className="wf-field" data-error={error ? '' : undefined} aria-describedby={notes || undefined}>
      <legend className="wf-field__label">{legend}</legend>
      <FieldNotes id={id} hint={hint} error={error} />
      <div className="wf-rating-scale">
        {rows.map((row) => (
          <div key={row[0]} className="wf-rating-scale__row">
            {row.map((each) => (
              <label key={each} className="wf-rating-scale__value">
                <input
                  type="radio"
                  id={each === 0 ? id : undefined}
                  name={made}
                  checked={value === each}
                  onChange={() => onChange(each)}
                  aria-describedby={ends}
                />
                <span>{each}</span>
              </label>
            ))}
          </div>
        ))}
        <p className="wf-rating-scale__ends" id={ends}>
          <span>0 {low}</span> <span>10 {high}</span>
        </p>
      </div>
    </fieldset>
  )
}
