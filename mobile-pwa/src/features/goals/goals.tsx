import type { Goal } from '@weft/contract/goals/shapes.ts'
import { deletedGoals, goalsIn } from '@weft/contract/goals/slice.ts'
import { LinkButton } from '@weft/ui/button/button.tsx'
import { Empty, Updated } from '@weft/ui/house-state/house-state.tsx'
import { ListRow, RowList } from '@weft/ui/list-row/list-row.tsx'
import { Flag, Leaf, Plus, Trash2 } from 'lucide-react'
import { useId } from 'react'
import { useScreen } from '../../shell/frame.tsx'
import { useOwned } from '../../shell/own.tsx'
import { OwnLoading } from '../../shell/own-loading.tsx'
import { useSavedAt } from '../../shell/use-saved-at.ts'
import { useDates, useWords } from '../../words/words-provider.tsx'
import { GoalCard } from './goal-card.tsx'
import { Refusals } from './refusals.tsx'
import { SuggestedGoals } from './suggested-goals.tsx'
import { useGoals } from './use-goals.ts'
import './goals.css'

/** Own what matters (experience.md P16). */
export default function GoalsScreen() {
  const words = useWords()
  const say = words.goals
  const dates = useDates()
  const { topic, status } = useOwned()
  const { goals, isKnown } = useGoals()
  const savedAt = useSavedAt(topic, status)
  useScreen({ title: say.title })

  const lists = (['active', 'draft', 'paused'] as const).map((state) => ({ state, list: goalsIn(goals, state) }))
  const others = [
    { href: '/goals/achieved', icon: Flag, count: goalsIn(goals, 'achieved').length, label: say.achievedLink },
    { href: '/goals/let-go', icon: Leaf, count: goalsIn(goals, 'let_go').length, label: say.letGoLink },
    { href: '/goals/deleted', icon: Trash2, count: deletedGoals(goals).length, label: say.deletedLink },
  ].filter(({ count }) => count > 0)
  const add = (
    <LinkButton kind="primary" block icon={Plus} href="/goals/new">
      {say.add}
    </LinkButton>
  )
  const hasNone = lists.every(({ list }) => list.length === 0) && goals.suggestions.length === 0

  return (
    <div className="goals">
      {savedAt && <Updated when={dates.ago(savedAt)} at={savedAt} words={{ updated: words.app.updated }} />}
      <Refusals />
      {hasNone && isKnown ? <Empty action={add}>{say.empty}</Empty> : add}
      {!isKnown && <OwnLoading shape="rows" />}
      {lists.map(({ state, list }) => (
        <List key={state} title={say.lists[state]} list={list} isFirst={state === 'active'} goals={goals}>
          {state === 'active' && <SuggestedGoals />}
        </List>
      ))}
      {others.length > 0 && (
        <RowList label={say.more}>
          {others.map(({ href, icon, count, label }) => (
            <ListRow key={href} href={href} icon={icon} title={label(count)} />
          ))}
        </RowList>
      )}
    </div>
  )
}

interface ListProps {
  title: string
  list: Goal[]
  goals: Parameters<typeof GoalCard>[0]['goals']
  /** The goals under way need no heading to be seen. */
  isFirst: boolean
  children: React.ReactNode
}

function List({ title, list, goals, isFirst, children }: ListProps) {
  const id = useId()
  return (
    <>
      {list.length > 0 && (
        <section aria-labelledby={id}>
          <h2 id={id} className={isFirst ? 'visually-hidden' : 'goals__heading'}>
            {title}
          </h2>
          <ul className="goals__list">
            {list.map((goal) => (
              <GoalCard key={goal.goalId} goal={goal} goals={goals} />
            ))}
          </ul>
        </section>
      )}
      {children}
    </>
  )
}
