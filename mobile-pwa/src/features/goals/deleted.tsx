import { UNDO_DAYS } from '@weft/contract/goals/shapes.ts'
import { deletedGoals } from '@weft/contract/goals/slice.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { Empty } from '@weft/ui/house-state/house-state.tsx'
import { ListRow, RowList } from '@weft/ui/list-row/list-row.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { useScreen } from '../../shell/frame.tsx'
import { OwnLoading } from '../../shell/own-loading.tsx'
import { useDates, useWords } from '../../words/words-provider.tsx'
import { useGoals } from './use-goals.ts'
import './goals.css'

const DAY_MS = 86_400_000

/** Until the days of undo are over. */
export default function Deleted() {
  const { goals: words } = useWords()
  const dates = useDates()
  const toast = useToast()
  const { goals, act, isKnown } = useGoals()
  useScreen({ title: words.deleted.title, back: '/goals' })
  if (!isKnown) return <OwnLoading shape="rows" />
  const list = deletedGoals(goals)
  if (list.length === 0) return <Empty>{words.deleted.empty}</Empty>
  const restore = async (goalId: string) => {
    await act('goal.restore', { goalId })
    toast({ text: words.goal.restored })
  }
  return (
    <div className="goals">
      <p className="goals__note">{words.deleted.intro}</p>
      <RowList>
        {list.map(({ goalId, words: text, deletedAt = '' }) => (
          <ListRow
            key={goalId}
            title={<bdi dir="auto">{text}</bdi>}
            detail={words.goal.deletedHere(
              dates.day(new Date(Date.parse(deletedAt) + UNDO_DAYS * DAY_MS).toISOString()),
            )}
            end={<Button onClick={() => void restore(goalId)}>{words.goal.restore}</Button>}
          />
        ))}
      </RowList>
    </div>
  )
}
