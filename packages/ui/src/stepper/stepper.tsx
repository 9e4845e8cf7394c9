import { Minus, Plus } from 'lucide-react'
import { type KeyboardEvent, useId } from 'react'
import { Icon } from '../icon/icon.tsx'
import { usePieceWords } from '../language/language.tsx'
import { type StepperWords, words } from './words.ts'
import './stepper.css'

export interface StepperProps {
  label: string
  value: number
  min: number
  max: number
  step?: number
  onChange: (value: number) => void
  /** The value in words: “6 hours 30 minutes”. */
  say: (value: number) => string
  words?: Partial<StepperWords>
}

/** A number that goes up and down by taps or by the arrow keys; nothing to type, nothing to drag. */
export function Stepper({ label, value, min, max, step = 1, onChange, say, words: given }: StepperProps) {
  const phrases = usePieceWords('stepper', words, given)
  const id = useId()
  const move = (by: number) => {
    const next = Math.min(max, Math.max(min, value + by))
    if (next !== value) onChange(next)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowUp: step, ArrowDown: -step, Home: min - max, End: max - min }[event.key]
    if (by === undefined) return
    event.preventDefault()
    move(by)
  }
  return (
    <div className="wf-field">
      <span className="wf-field__label" id={id}>
        {label}
      </span>
      <div className="wf-stepper">
        <button type="button" tabIndex={-1} aria-label={phrases.less(label)} onClick={() => move(-step)}>
          <Icon of={Minus} />
        </button>
        <div
          role="spinbutton"
          tabIndex={0}
          aria-labelledby={id}
          aria-valuemin={min}
          aria-valuemax={max}
          aria-valuenow={value}
          aria-valuetext={say(value)}
          onKeyDown={onKeyDown}
        >
          {say(value)}
        </div>
        <button type="button" tabIndex={-1} aria-label={phrases.more(label)} onClick={() => move(step)}>
          <Icon of={Plus} />
        </button>
      </div>
    </div>
  )
}
