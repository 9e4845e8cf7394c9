import { usePieceWords } from '../language/language.tsx'
import { type ProgressThreadWords, words } from './words.ts'
import './progress-thread.css'

export interface ProgressThreadProps {
  /** Steps reached: 1 on the first page, or how many are ticked. */
  step: number
  of: number
  /** In place of “Step 2 of 3”. */
  label?: string
  words?: Partial<ProgressThreadWords>
}

/** The woven line: one length per step, those reached in full colour. The words carry it, the line only shows it. */
export function ProgressThread({ step, of, label, words: given }: ProgressThreadProps) {
  const say = usePieceWords('progressThread', words, given)
  return (
    <div className="wf-progress-thread">
      <p>{label ?? say.step(step, of)}</p>
      <div className="wf-progress-thread__line" aria-hidden="true">
        {Array.from({ length: of }, (_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lengths of one line
          <span key={at} data-reached={at < step || undefined} />
        ))}
      </div>
    </div>
  )
}
