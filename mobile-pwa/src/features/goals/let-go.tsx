import { goalsIn } from '@weft/contract/goals/slice.ts'
import { Empty } from '@weft/ui/house-state/house-state.tsx'
import { useScreen } from '../../shell/frame.tsx'
import { OwnLoading } from '../../shell/own-loading.tsx'
import { useWords } from '../../words/words-provider.tsx'
import { GoalCard } from './goal-card.tsx'
import { useGoals } from './use-goals.ts'
import './goals.css'

/** Goals that are not wanted any more, kept because they were the person's own. */
export default function LetGo() {
  const { goals: words } = useWords()
  const { goals, isKnown } = useGoals()
  useScreen({ title: words.letGo.title, back: '/goals' })
  if (!isKnown) return <OwnLoading shape="rows" />
  const list = goalsIn(goals, 'let_go')
  if (list.length === 0) return <Empty>{words.letGo.empty}</Empty>
  return (
    <ul className="goals__list">
      {list.map((goal) => (
        <GoalCard key={goal.goalId} goal={goal} goals={goals} />
      ))}
    </ul>
  )
}
