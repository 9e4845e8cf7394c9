import type { Goal, Goals } from '@weft/contract/goals/shapes.ts'
import { stepsOf } from '@weft/contract/goals/slice.ts'
import { Icon } from '@weft/ui/icon/icon.tsx'
import { Link } from '@weft/ui/link/link.tsx'
import { ProgressThread } from '@weft/ui/progress-thread/progress-thread.tsx'
import { Lock, MessageCircle, Star, Users } from 'lucide-react'
import { useWords } from '../../words/words-provider.tsx'
import { useSharedWith } from './use-goals.ts'

/** One goal in a list; the whole of it is the link. */
export function GoalCard({ goal, goals }: { goal: Goal; goals: Goals }) {
  const { goals: say, language } = useWords()
  const services = useSharedWith()(goal)
  const steps = stepsOf(goals, goal.goalId)
  const done = steps.filter((step) => step.doneAt).length
  const names = language.list(services)
  const hasNews = goals.comments.some((one) => one.goalId === goal.goalId && one.isNew)
  return (
    <li>
      <Link className="goal-card" href={`/goals/${goal.goalId}`}>
        <span className="goal-card__words">
          <bdi dir="auto">{goal.words}</bdi>
          {goal.important && (
            <span className="goal-card__star">
              <Icon of={Star} small />
              {say.important}
            </span>
          )}
        </span>
        {hasNews && (
          <span className="goal-card__news">
            <Icon of={MessageCircle} small />
            {say.comments.newOnCard}
          </span>
        )}
        {steps.length > 0 && <ProgressThread step={done} of={steps.length} label={say.stepsDone(done, steps.length)} />}
        <span className="goal-card__meta">
          <span>{say.types[goal.type]}</span>
          <span className="goal-card__who" data-shared={services.length > 0 || undefined}>
            <Icon of={services.length > 0 ? Users : Lock} small />
            {services.length > 0 ? say.youAnd(names) : say.onlyMe}
          </span>
        </span>
      </Link>
    </li>
  )
}
