import type { SharedGoal } from '@weft/contract/goals/shapes.ts'
import { Badge, type BadgeTone } from '@weft/ui/badge/badge.tsx'
import { Button } from '@weft/ui/button/button.tsx'
import { Card } from '@weft/ui/card/card.tsx'
import { Icon } from '@weft/ui/icon/icon.tsx'
import { ProgressThread } from '@weft/ui/progress-thread/progress-thread.tsx'
import { Check, Square, Star } from 'lucide-react'
import type { ReactNode } from 'react'
import { useWords } from '../../words/words.ts'

const tones: Record<SharedGoal['state'], BadgeTone> = {
  active: 'brand',
  draft: 'neutral',
  paused: 'neutral',
  achieved: 'ok',
  let_go: 'neutral',
}

interface Props {
  goal: SharedGoal
  /** Ticks a step with the person there; absent where there is nobody to be with. */
  onTick?: (stepId: string) => void
  /** What this team wrote about it. */
  comments?: ReactNode
  /** What else may be done with it. */
  acts?: ReactNode
}

/** One shared goal as its owner left it: its words to be read, never changed. */
export function GoalView({ goal, onTick, comments, acts }: Props) {
  const { goals: words, time } = useWords()
  const { steps, ratings } = goal
  const done = steps.filter((step) => step.doneAt).length
  const facts = [
    [words.why, goal.why],
    [words.by, goal.targetDate && time.date(goal.targetDate)],
    [words.who, goal.whoCouldHelp],
    [words.notes, goal.notes],
    [words.achieved, goal.achievedOn && time.date(goal.achievedOn)],
    [words.helped, goal.reflection],
    [
      words.ratings,
      ratings
        .slice(-6)
        .map(({ value, forDate }) => words.rated(value, time.date(forDate)))
        .join(' · '),
    ],
  ].filter(([, value]) => value)
  return (
    <li>
      <Card
        title={<bdi dir="auto">{goal.words}</bdi>}
        titleLevel={3}
        meta={
          <span className="goals__meta">
            {goal.important && <Badge icon={Star}>{words.important}</Badge>}
            <Badge>{words.types[goal.type]}</Badge>
            {goal.origin === 'with_worker' && <Badge>{words.together}</Badge>}
            <Badge tone={tones[goal.state]}>{words.states[goal.state]}</Badge>
          </span>
        }
      >
        {steps.length > 0 && (
          <>
            <ProgressThread step={done} of={steps.length} label={words.steps(done, steps.length)} />
            <ul className="goals__steps">
              {steps.map((step) => (
                <StepLine key={step.stepId} step={step} onTick={step.doneAt ? undefined : onTick} />
              ))}
            </ul>
          </>
        )}
        {facts.length > 0 && (
          <dl className="goals__facts">
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
        {comments}
        {acts}
      </Card>
    </li>
  )
}

/** A worker ticks only with the person there; who it was is shown to both. */
function StepLine({ step, onTick }: { step: SharedGoal['steps'][number]; onTick?: (stepId: string) => void }) {
  const { goals: words, time } = useWords()
  const notes = [
    step.due && !step.doneAt && words.due(time.date(step.due)),
    step.assistedBy && words.tickedBy(step.assistedBy),
  ]
  return (
    <li>
      <Icon of={step.doneAt ? Check : Square} small />
      <span className="goals__step">
        <span className="visually-hidden">{step.doneAt ? words.done : words.open} </span>
        <bdi dir="auto">{step.text}</bdi> <span className="goals__due">{notes.filter(Boolean).join(' · ')}</span>
      </span>
      {onTick && (
        <Button kind="quiet" aria-label={words.tickNamed(step.text)} onClick={() => onTick(step.stepId)}>
          {words.tick}
        </Button>
      )}
    </li>
  )
}
