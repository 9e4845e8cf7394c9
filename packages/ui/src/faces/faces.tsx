import { type ReactNode, useId } from 'react'
import { FieldNotes } from '../field/field.tsx'
import './faces.css'

export type Face = 1 | 2 | 3 | 4 | 5

export interface FacesProps {
  legend: ReactNode
  /** The words under the faces, from very low to very good. */
  labels: Record<Face, string>
  value: Face | null
  onChange: (value: Face) => void
  hint?: string
  error?: string
  id?: string
}

const faces: readonly Face[] = [1, 2, 3, 4, 5]
/** How each mouth is drawn, from corners down to corners up. */
const mouths: Record<Face, string> = {
  1: 'M8 17 Q12 12 16 17',
  2: 'M8 16.5 Q12 14 16 16.5',
  3: 'M8 15.5 H16',
  4: 'M8 15 Q12 18 16 15',
  5: 'M7.5 14 Q12 20 16.5 14',
}

/** Five faces, each with its word; the word is what is chosen and heard, the face only shows it. */
export function Faces({ legend, labels, value, onChange, hint, error, id: given }: FacesProps) {
  const made = useId()
  const id = given ?? made
  const notes = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <fieldset className="wf-field" data-error={error ? '' : undefined} aria-describedby={notes || undefined}>
      <legend className="wf-field__label">{legend}</legend>
      <FieldNotes id={id} hint={hint} error={error} />
      <div className="wf-faces">
        {faces.map((face) => (
          <label key={face} className="wf-faces__face">
            <input
              type="radio"
              id={face === 1 ? id : undefined}
              name={made}
              checked={value === face}
              onChange={() => onChange(face)}
            />
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <circle cx="12" cy="12" r="10" />
              <path d={mouths[face]} />
              <path d="M9 9.5 V9.51 M15 9.5 V9.51" />
            </svg>
            <span>{labels[face]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
