import type { Goal } from '@weft/contract/goals/shapes.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { Confirm } from '@weft/ui/confirm/confirm.tsx'
import { ListRow, RowList } from '@weft/ui/list-row/list-row.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { History, Leaf, Pause, Play, Printer, RotateCcw, Trash2 } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { go } from '../../shell/router.tsx'
import { useWords } from '../../words/words-provider.tsx'
import { type ActName, useGoals } from './use-goals.ts'

const Earlier = lazy(() => import('./earlier.tsx'))

/** What else can be done with a goal. Nothing is ever “failed”: it waits, or is let go. */
export function GoalActs({ goal }: { goal: Goal }) {
  const { goals: words } = useWords()
  const say = words.goal
  const toast = useToast()
  const { act } = useGoals()
  const [isAsked, setAsked] = useState(false)
  const [isLooking, setLooking] = useState(false)
  const { goalId, state } = goal
  const about = { goalId }
  const can = (name: ActName & `goal.${string}`) => void act(name, about as never)

  const pause = () => {
    can('goal.pause')
    toast({ text: say.pausedNow, onUndo: () => can('goal.resume') })
  }
  const remove = async () => {
    await act('goal.delete', about)
    toast({ text: say.deleted, onUndo: () => can('goal.restore') })
    go('/goals', { replace: true })
  }
  return (
    <div className="goal__part">
      {state === 'draft' && (
        <Button kind="primary" icon={Play} block onClick={() => can('goal.start')}>
          {say.start}
        </Button>
      )}
      {state === 'paused' && (
        <Button kind="primary" icon={Play} block onClick={() => can('goal.resume')}>
          {say.resume}
        </Button>
      )}
      <RowList label={say.more}>
        {state === 'active' && <ListRow icon={Pause} title={say.pause} onPress={pause} />}
        {state === 'active' && <ListRow icon={Leaf} title={say.letGo} onPress={() => setAsked(true)} />}
        {state === 'achieved' && <ListRow icon={RotateCcw} title={say.reopen} onPress={() => can('goal.reopen')} />}
        <ListRow icon={History} title={words.earlier.title} onPress={() => setLooking(true)} />
        <ListRow icon={Printer} title={say.print} onPress={() => print()} />
        <ListRow icon={Trash2} title={say.delete} onPress={() => void remove()} />
      </RowList>
      {isLooking && (
        <Suspense>
          <Earlier goalId={goalId} onClose={() => setLooking(false)} />
        </Suspense>
      )}
      {isAsked && (
        <Confirm
          title={say.letGo}
          act={say.letGo}
          stay={say.keep}
          onAct={() => {
            setAsked(false)
            can('goal.letGo')
          }}
          onStay={() => setAsked(false)}
        >
          <p>{say.letGoBody}</p>
        </Confirm>
      )}
    </div>
  )
}
