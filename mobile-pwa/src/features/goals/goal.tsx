import { UNDO_DAYS } from '@weft/contract/goals/shapes.ts'
import { findGoal, stepsOf } from '@weft/contract/goals/slice.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { Confirm } from '@weft/ui/confirm/confirm.tsx'
import { Notice } from '@weft/ui/notice/notice.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { useState } from 'react'
import { useScreen } from '../../shell/frame.tsx'
import { NotHere } from '../../shell/not-here.tsx'
import { OwnLoading } from '../../shell/own-loading.tsx'
import { useDates, useWords } from '../../words/words-provider.tsx'
import { ShareChoice } from '../privacy/share-choice.tsx'
import { GoalActs } from './goal-acts.tsx'
import { GoalComments } from './goal-comments.tsx'
import { GoalHead } from './goal-head.tsx'
import { GoalRating } from './goal-rating.tsx'
import { GoalSteps } from './goal-steps.tsx'
import { LookBack } from './look-back.tsx'
import { Refusals } from './refusals.tsx'
import { typeScopeOf, useGoals } from './use-goals.ts'
import './goals.css'

/** One small step at a time (experience.md P17). */
export default function GoalScreen({ params }: { params: { id?: string } }) {
  const words = useWords()
  const say = words.goals.goal
  const dates = useDates()
  const toast = useToast()
  const { goals, act, isKnown } = useGoals()
  const goal = findGoal(goals, params.id ?? '')
  const [isAsked, setAsked] = useState(false)
  const [isNew, setNew] = useState(false)
  useScreen({ title: say.title, tabTitle: say.tab, back: '/goals' })

  if (!isKnown) return <OwnLoading shape="lines" />
  if (!goal) return <NotHere />
  const { goalId } = goal
  const steps = stepsOf(goals, goalId)
  if (goal.deletedAt) {
    const until = new Date(Date.parse(goal.deletedAt) + UNDO_DAYS * 86_400_000).toISOString()
    return (
      <Notice
        tone="info"
        title={goal.words}
        action={<Button onClick={() => void act('goal.restore', { goalId })}>{say.restore}</Button>}
      >
        <p>{say.deletedHere(dates.day(until))}</p>
      </Notice>
    )
  }

  const isAchieved = goal.state === 'achieved'
  const achieve = async () => {
    setAsked(false)
    setNew(true)
    await act('goal.achieve', { goalId, achievedOn: dates.localDay(new Date().toISOString()) })
  }
  return (
    <div className="goal">
      <Refusals goalId={goalId} />
      <GoalHead goal={goal} isNew={isNew && isAchieved} />
      {isAchieved && <LookBack key={goal.reflection} goal={goal} />}
      <GoalSteps goal={goal} steps={steps} onAllTicked={() => setAsked(goal.state === 'active')} />
      {goal.state === 'active' && (
        <Button
          kind={steps.every((step) => step.doneAt) ? 'primary' : 'secondary'}
          block
          onClick={() => void achieve()}
        >
          {say.achieve}
        </Button>
      )}
      {!isAchieved && goal.state !== 'let_go' && <GoalRating goal={goal} />}
      <GoalComments goalId={goalId} />
      <section className="goal__part">
        <h2>{say.whoTitle}</h2>
        <ShareChoice scope={`goal:${goalId}`} under={typeScopeOf(goal)} what={words.privacy.what.goal} onSaid={toast} />
      </section>
      <GoalActs goal={goal} />
      {isAsked && (
        <Confirm
          title={say.achieveTitle}
          act={say.achieve}
          stay={say.notYet}
          onAct={() => void achieve()}
          onStay={() => setAsked(false)}
        >
          <p>{say.allTicked}</p>
        </Confirm>
      )}
    </div>
  )
}
