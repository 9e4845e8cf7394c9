import type { Goal } from '@weft/contract/goals/shapes.ts'
import { daysTaken } from '@weft/contract/goals/slice.ts'
import { Button, LinkButton } from '@weft/ui/button/button.tsx'
import { Pencil, Star } from 'lucide-react'
import { useDates, useWords } from '../../words/words-provider.tsx'
import { useGoals } from './use-goals.ts'

/** The goal in the person's words, and what they wrote about it. `isNew`: achieved just now, so the thread draws itself across, once. */
export function GoalHead({ goal, isNew }: { goal: Goal; isNew: boolean }) {
  const { goals: words } = useWords()
  const say = words.goal
  const dates = useDates()
  const { act } = useGoals()
  const { goalId, important } = goal
  const days = daysTaken(goal)
  const facts = [
    [say.why, goal.why],
    [say.who, goal.whoCouldHelp],
    [say.notes, goal.notes],
  ].filter(([, value]) => value)
  const origins = { care_plan: say.carePlan, suggested: say.suggested, with_worker: say.together, self: undefined }
  const standing = {
    paused: say.paused,
    draft: say.forLater,
    let_go: say.letGone,
    active: undefined,
    achieved: undefined,
  }

  return (
    <section className="goal-head" data-state={goal.state} data-new={isNew || undefined}>
      <p className="goal-head__meta">{[words.types[goal.type], origins[goal.origin]].filter(Boolean).join(' · ')}</p>
      <h2 className="goal-head__words">
        <bdi dir="auto">{goal.words}</bdi>
      </h2>
      {goal.achievedOn && (
        <p className="goal-head__achieved" role={isNew ? 'status' : undefined}>
          {say.achievedOn(dates.day(goal.achievedOn))} {days !== undefined && say.took(say.days(days))}
        </p>
      )}
      {goal.targetDate && goal.state !== 'achieved' && <p>{say.by(dates.day(goal.targetDate))}</p>}
      {standing[goal.state] && <p className="goal-head__standing">{standing[goal.state]}</p>}
      {facts.length > 0 && (
        <dl className="goal-head__facts">
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <bdi dir="auto">{value}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <div className="goal-head__acts">
        <LinkButton icon={Pencil} href={`/goals/${goalId}/edit`}>
          {say.edit} <span className="visually-hidden">{say.editWhat}</span>
        </LinkButton>
        <Button
          icon={Star}
          aria-pressed={important}
          onClick={() => void act('goal.star', { goalId, important: !important })}
        >
          {words.important}
        </Button>
      </div>
    </section>
  )
}
