import { type Step, WORDS_MAX } from '@weft/contract/goals/shapes.ts'
import { codePoints } from '@weft/contract/scalars.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { Checkbox } from '@weft/ui/choice/choice.tsx'
import { Menu, type MenuItem } from '@weft/ui/menu/menu.tsx'
import { TextField } from '@weft/ui/text-field/text-field.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { ArrowDown, ArrowUp, Pencil, Trash2 } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useDates, useWords } from '../../words/words-provider.tsx'
import { useGoals } from './use-goals.ts'

interface Props {
  step: Step
  /** All of the goal, as they are shown. */
  steps: readonly Step[]
  onTick: (isDone: boolean) => Promise<void>
}

export function StepRow({ step, steps, onTick }: Props) {
  const { goals: words } = useWords()
  const say = words.goal
  const dates = useDates()
  const toast = useToast()
  const { act } = useGoals()
  const [isEdited, setEdited] = useState(false)
  // Shown at once: the device stores it a moment later.
  const [pressed, setPressed] = useState<boolean>()
  const tick = async (isDone: boolean) => {
    setPressed(isDone)
    await onTick(isDone)
    setPressed(undefined)
  }
  const { goalId, stepId } = step
  const about = { goalId, stepId }
  if (isEdited) return <EditStep step={step} onDone={() => setEdited(false)} />

  const peers = steps.filter((one) => (one.doneAt === undefined) === (step.doneAt === undefined))
  const at = peers.indexOf(step)
  const moveBefore = (other: Step | undefined) =>
    act('step.move', { ...about, ...(other && { beforeStepId: other.stepId }) })
  const move = async (other: Step | undefined) => {
    await moveBefore(other)
    toast({ text: say.moved, onUndo: () => void moveBefore(peers[at + 1]) })
  }
  const remove = async () => {
    await act('step.remove', about)
    toast({ text: say.stepRemoved, onUndo: () => void act('step.restore', about) })
  }
  const items: MenuItem[] = [
    { label: say.changeStep, icon: Pencil, onPick: () => setEdited(true) },
    ...(at > 0 ? [{ label: say.up, icon: ArrowUp, onPick: () => void move(peers[at - 1]) }] : []),
    ...(at < peers.length - 1 ? [{ label: say.down, icon: ArrowDown, onPick: () => void move(peers[at + 2]) }] : []),
    { label: say.removeStep, icon: Trash2, onPick: () => void remove() },
  ]
  const notes = [step.due && say.by(dates.day(step.due)), step.assistedBy && say.helpedBy(step.assistedBy)]
  return (
    <li className="goal-step" data-done={step.doneAt ? '' : undefined}>
      <Checkbox
        label={<bdi dir="auto">{step.text}</bdi>}
        hint={notes.filter(Boolean).join(' · ') || undefined}
        checked={pressed ?? step.doneAt !== undefined}
        onChange={(event) => void tick(event.target.checked)}
      />
      <Menu label={say.stepMenu(step.text)} iconOnly items={items} />
    </li>
  )
}

function EditStep({ step, onDone }: { step: Step; onDone: () => void }) {
  const { goals: words } = useWords()
  const say = words.goal
  const { act } = useGoals()
  const [text, setText] = useState(step.text)
  const [due, setDue] = useState(step.due ?? '')
  const [error, setError] = useState<string>()
  // What they saw when they began: another device may change it meanwhile.
  const [was] = useState({ text: step.text, due: step.due ?? null })
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const wanted = text.trim()
    if (!wanted) return setError(say.stepErrors.words)
    if (codePoints(wanted) > WORDS_MAX) return setError(say.stepErrors.long)
    const changes = {
      ...(wanted !== was.text && { text: wanted }),
      ...((due || null) !== was.due && { due: due || null }),
    }
    if (Object.keys(changes).length > 0)
      await act('step.change', { goalId: step.goalId, stepId: step.stepId, ...changes, was })
    onDone()
  }
  return (
    <li>
      <form className="goal-step-form" onSubmit={(event) => void save(event)} noValidate>
        <TextField
          label={say.stepWords}
          error={error}
          value={text}
          onChange={(event) => {
            setError(undefined)
            setText(event.target.value)
          }}
        />
        <TextField
          type="date"
          label={say.stepDue}
          isOptional
          dir="ltr"
          value={due}
          onChange={(event) => setDue(event.target.value)}
        />
        <div className="goal-step-form__acts">
          <Button type="submit" kind="primary">
            {say.saveStep}
          </Button>
          <Button onClick={onDone}>{say.cancel}</Button>
        </div>
      </form>
    </li>
  )
}
