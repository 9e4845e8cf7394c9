import { uuidv7 } from '@weft/channels/client'
import { type Goal, STEPS_MAX, type Step, WORDS_MAX } from '@weft/contract/goals/shapes.ts'
import { codePoints } from '@weft/contract/scalars.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { ProgressThread } from '@weft/ui/progress-thread/progress-thread.tsx'
import { TextField } from '@weft/ui/text-field/text-field.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { type FormEvent, useId, useState } from 'react'
import { useWords } from '../../words/words-provider.tsx'
import { StepRow } from './step-row.tsx'
import { SuggestedSteps } from './suggested-steps.tsx'
import { useGoals } from './use-goals.ts'

interface Props {
  goal: Goal
  /** In the order in which they are shown. */
  steps: readonly Step[]
  /** The last open step was ticked just now. */
  onAllTicked: () => void
}

/** Small steps: ticked, added in line, moved. Whatever is ticked or removed can be taken back. */
export function GoalSteps({ goal, steps, onAllTicked }: Props) {
  const { goals: words } = useWords()
  const say = words.goal
  const toast = useToast()
  const { act } = useGoals()
  const id = useId()
  const { goalId } = goal
  const done = steps.filter((step) => step.doneAt).length
  const mayAdd = goal.state !== 'let_go'

  const tick = async (step: Step, isDone: boolean) => {
    const about = { goalId, stepId: step.stepId }
    await act(isDone ? 'step.tick' : 'step.untick', about)
    const now = done + (isDone ? 1 : -1)
    if (isDone && now === steps.length) return onAllTicked()
    toast({
      text: isDone ? say.ticked(now, steps.length) : say.unticked(now, steps.length),
      onUndo: () => void act(isDone ? 'step.untick' : 'step.tick', about),
    })
  }

  return (
    <section className="goal__part" aria-labelledby={id}>
      <h2 id={id}>{say.steps}</h2>
      {steps.length > 0 && (
        <>
          <ProgressThread step={done} of={steps.length} label={words.stepsDone(done, steps.length)} />
          <ul className="goal-steps">
            {steps.map((step) => (
              <StepRow key={step.stepId} step={step} steps={steps} onTick={(isDone) => tick(step, isDone)} />
            ))}
          </ul>
        </>
      )}
      {mayAdd && <SuggestedSteps goalId={goalId} isFull={steps.length >= STEPS_MAX} />}
      {mayAdd && steps.length < STEPS_MAX && <AddStep goalId={goalId} isFirst={steps.length === 0} />}
      {mayAdd && steps.length >= STEPS_MAX && <p className="goals__note">{say.stepsFull}</p>}
    </section>
  )
}

function AddStep({ goalId, isFirst }: { goalId: string; isFirst: boolean }) {
  const { goals: words } = useWords()
  const say = words.goal
  const { act } = useGoals()
  const [text, setText] = useState('')
  const [error, setError] = useState<string>()
  const add = async (event: FormEvent) => {
    event.preventDefault()
    const wanted = text.trim()
    if (!wanted) return setError(say.stepErrors.words)
    if (codePoints(wanted) > WORDS_MAX) return setError(say.stepErrors.long)
    setText('')
    await act('step.add', { goalId, stepId: uuidv7(), text: wanted })
  }
  return (
    <form className="goal-add-step" onSubmit={(event) => void add(event)} noValidate>
      <TextField
        label={isFirst ? say.firstStep : say.addStep}
        error={error}
        value={text}
        onChange={(event) => {
          setError(undefined)
          setText(event.target.value)
        }}
      />
      <Button type="submit">{say.addButton}</Button>
    </form>
  )
}
