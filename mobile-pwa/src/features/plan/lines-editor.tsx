import { ITEMS_MAX, type PlanItem } from '@weft/contract/plans/shapes.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { TextField } from '@weft/ui/text-field/text-field.tsx'
import { Plus, X } from 'lucide-react'
import { useWords } from '../../words/words-provider.tsx'

/** A line as it is being written: both boxes are there, whatever stands in them. */
export interface Line {
  text: string
  phone: string
}

interface LinesEditorProps {
  id: string
  legend: string
  hint: string
  lines: readonly Line[]
  /** People and places, with a number to call. */
  withPhone: boolean
  /** The page's own title says it already. */
  isTitled: boolean
  onChange: (lines: Line[]) => void
  errorOf: (fieldId: string) => string | undefined
}

/** Lines of one part, one box each; there is always one more to write in. */
export function LinesEditor({ id, legend, hint, lines, withPhone, isTitled, onChange, errorOf }: LinesEditorProps) {
  const { safetyPlan: say } = useWords()
  const shown = lines.length === 0 ? [blank] : lines
  const set = (at: number, change: Partial<Line>) =>
    onChange(shown.map((line, place) => (place === at ? { ...line, ...change } : line)))
  const remove = (at: number) => {
    onChange(shown.filter((_, place) => place !== at))
    document.getElementById(`${id}-${Math.max(0, at - 1)}`)?.focus()
  }
  const add = () => {
    onChange([...shown, blank])
    requestAnimationFrame(() => document.getElementById(`${id}-${shown.length}`)?.focus())
  }
  return (
    <fieldset className="plan-lines">
      <legend className={isTitled ? 'visually-hidden' : undefined}>{legend}</legend>
      <p className="plan__soft">{hint}</p>
      {shown.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place alone, and has no state of its own
        <div key={at} className="plan-line">
          <TextField
            id={`${id}-${at}`}
            label={withPhone ? say.name(at + 1) : say.line(at + 1)}
            value={line.text}
            error={errorOf(`${id}-${at}`)}
            onChange={(event) => set(at, { text: event.target.value })}
          />
          {withPhone && (
            <TextField
              id={`${id}-${at}-phone`}
              label={say.phoneOf(at + 1)}
              isOptional
              type="tel"
              inputMode="tel"
              value={line.phone}
              error={errorOf(`${id}-${at}-phone`)}
              onChange={(event) => set(at, { phone: event.target.value })}
            />
          )}
          {shown.length > 1 && (
            <Button kind="quiet" icon={X} onClick={() => remove(at)} aria-label={say.removeLine(at + 1)}>
              {say.remove}
            </Button>
          )}
        </div>
      ))}
      {shown.length < ITEMS_MAX ? (
        <Button icon={Plus} onClick={add}>
          {withPhone ? say.addPerson : say.addLine}
        </Button>
      ) : (
        <p className="plan__soft">{say.full}</p>
      )}
    </fieldset>
  )
}

const blank: Line = { text: '', phone: '' }

export const toLines = (items: readonly PlanItem[]): Line[] => items.map(({ text, phone = '' }) => ({ text, phone }))

/** What is worth keeping; lines with nothing in them are not. */
export const toItems = (lines: readonly Line[]): PlanItem[] =>
  lines
    .map(({ text, phone }) => ({ text: text.trim(), phone: phone.trim() }))
    .filter(({ text, phone }) => text || phone)
    .map(({ text, phone }) => ({ text: text || phone, ...(phone && { phone }) }))
