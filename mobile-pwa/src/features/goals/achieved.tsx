import { achievedGoals, daysTaken, stepsOf } from '@weft/contract/goals/slice.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { Card } from '@weft/ui/card/card.tsx'
import { Empty } from '@weft/ui/house-state/house-state.tsx'
import { Icon } from '@weft/ui/icon/icon.tsx'
import { Link } from '@weft/ui/link/link.tsx'
import { Check, Printer } from 'lucide-react'
import { useScreen } from '../../shell/frame.tsx'
import { OwnLoading } from '../../shell/own-loading.tsx'
import { useDates, useWords } from '../../words/words-provider.tsx'
import { useGoals } from './use-goals.ts'
import './goals.css'

/** What was done, the newest first, with what helped. No points, nothing to compare with. */
export default function Achieved() {
  const { goals: words } = useWords()
  const say = words.goal
  const dates = useDates()
  const { goals, isKnown } = useGoals()
  useScreen({ title: words.achieved.title, back: '/goals' })
  if (!isKnown) return <OwnLoading shape="rows" />
  const list = achievedGoals(goals)
  if (list.length === 0) return <Empty>{words.achieved.empty}</Empty>
  return (
    <div className="goals">
      {list.map((goal) => {
        const days = daysTaken(goal)
        const steps = stepsOf(goals, goal.goalId)
        return (
          <Card
            key={goal.goalId}
            title={
              <Link href={`/goals/${goal.goalId}`}>
                <bdi dir="auto">{goal.words}</bdi>
              </Link>
            }
          >
            <p className="goals__note">
              {goal.achievedOn && say.achievedOn(dates.day(goal.achievedOn))}{' '}
              {days !== undefined && say.took(say.days(days))}
            </p>
            {steps.length > 0 && (
              <ul className="goal-done" aria-label={words.achieved.steps}>
                {steps.map((step) => (
                  <li key={step.stepId} data-done={step.doneAt ? '' : undefined}>
                    {step.doneAt && <Icon of={Check} small />}
                    <bdi dir="auto">{step.text}</bdi>
                  </li>
                ))}
              </ul>
            )}
            {goal.reflection && (
              <dl className="goal-head__facts">
                <div>
                  <dt>{say.helped}</dt>
                  <dd>
                    <bdi dir="auto">{goal.reflection}</bdi>
                  </dd>
                </div>
              </dl>
            )}
          </Card>
        )
      })}
      <Button icon={Printer} onClick={() => print()}>
        {say.print}
      </Button>
    </div>
  )
}
