import { goalsIn, stepsOf } from '@weft/contract/goals/slice.ts'
import { Checkbox } from '@weft/ui/choice/choice.tsx'
import { Link } from '@weft/ui/link/link.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { useId } from 'react'
import { useWords } from '../../words/words-provider.tsx'
import { useGoals } from '../goals/use-goals.ts'

/** The next open step of the goal that matters most, ticked where it stands. */
export function NextStep() {
  const words = useWords()
  const id = useId()
  const toast = useToast()
  const { goals, act } = useGoals()
  const found = goalsIn(goals, 'active')
    .map((goal) => ({ goal, step: stepsOf(goals, goal.goalId).find((step) => !step.doneAt) }))
    .find(({ step }) => step)
  if (!found?.step) return null
  const { goal, step } = found
  const about = { goalId: goal.goalId, stepId: step.stepId }
  const tick = async () => {
    await act('step.tick', about)
    toast({ text: words.today.stepTicked, onUndo: () => void act('step.untick', about) })
  }
  return (
    <section className="today__block" aria-labelledby={id}>
      <h2 id={id}>{words.today.nextStep}</h2>
      <Checkbox label={<bdi dir="auto">{step.text}</bdi>} checked={false} onChange={() => void tick()} />
      <Link className="today__goal" href={`/goals/${goal.goalId}`}>
        <bdi dir="auto">{goal.words}</bdi>
      </Link>
    </section>
  )
}
