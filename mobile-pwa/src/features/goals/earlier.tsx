import { listGoalHistory } from '@weft/contract/goals/operations.ts'
import type { GoalVersion } from '@weft/contract/goals/shapes.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { Dialog } from '@weft/ui/dialog/dialog.tsx'
import { Loading } from '@weft/ui/house-state/house-state.tsx'
import { useEffect, useState } from 'react'
import { useOwned } from '../../shell/own.tsx'
import { call } from '../../wire/call.ts'
import { problemWords } from '../../words/problem-words.ts'
import type { Words } from '../../words/words.ts'
import { useDates, useWords } from '../../words/words-provider.tsx'

/** What a goal, its steps and its ratings were before. Read when asked for, never kept on the phone, and nobody else's to read. */
export default function Earlier({ goalId, onClose }: { goalId: string; onClose: () => void }) {
  const words = useWords()
  const say = words.goals.earlier
  const dates = useDates()
  const { personId } = useOwned()
  const [versions, setVersions] = useState<readonly GoalVersion[]>()
  const [problem, setProblem] = useState<string>()
  const [turn, setTurn] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, and again at each wish
  useEffect(() => {
    let isHere = true
    setProblem(undefined)
    call(listGoalHistory, { personId, goalId }).then(
      (answer) => isHere && setVersions(answer.versions),
      (error) => isHere && setProblem(problemWords(error, words)),
    )
    return () => {
      isHere = false
    }
  }, [personId, goalId, turn])

  const lines = versions?.flatMap((version, at) => {
    const was = wasOf(version, words.goals)
    return was ? [{ key: `${version.at} ${at}`, at: version.at, was }] : []
  })
  return (
    <Dialog title={say.title} shape="sheet" onClose={onClose} words={{ close: words.app.close }}>
      {problem && (
        <>
          <p role="status">{problem}</p>
          <Button onClick={() => setTurn(turn + 1)}>{words.app.tryAgain}</Button>
        </>
      )}
      {!lines && !problem && <Loading shape="lines" />}
      {lines?.length === 0 && <p>{say.nothing}</p>}
      {lines && lines.length > 0 && (
        <dl className="goal-head__facts">
          {lines.map(({ key, at, was }) => (
            <div key={key}>
              <dt>{say.until(dates.day(at), dates.time(at))}</dt>
              <dd>
                <bdi dir="auto">{was}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Dialog>
  )
}

/** In a line what it was, of changes that say something: a star, or a step's place, is no past. */
function wasOf({ act, goal, step, rating }: GoalVersion, words: Words['goals']): string | undefined {
  const say = words.earlier
  if (rating) return say.rated(words.rating.of(String(rating.value)))
  if (step && (act === 'step.change' || act === 'step.remove')) return say.step(step.text)
  if (!goal || act === 'goal.star' || act === 'goal.rate' || act === 'goal.stopRating') return undefined
  if (act !== 'goal.change') return say.states[goal.state]
  return [goal.words, goal.why, goal.notes, goal.reflection].filter(Boolean).join('\n')
}
