import type { Goal } from '@weft/contract/goals/shapes.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { Confirm } from '@weft/ui/confirm/confirm.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { Leaf, Pause, Play, Printer, RotateCcw, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { go } from '../../shell/router.tsx'
import { useWords } from '../../words/words-provider.tsx'
import { type ActName, useGoals } from './use-goals.ts'

/** What else can be done with a goal. Nothing is ever “failed”: it waits, or is let go. */
export function GoalActs({ goal }: { goal: Goal }) {
  const { goals: words } = useWords()
  const say = words.goal
  const toast = useToast()
  const { act } = useGoals()
  const [isAsked, setAsked] = useState(false)
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
    <div className="goal-acts">
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
      {state === 'active' && (
        <>
          <Button icon={Pause} onClick={pause}>
            {say.pause}
          </Button>
          <Button icon={Leaf} onClick={() => setAsked(true)}>
            {say.letGo}
          </Button>
        </>
      )}
      {state === 'achieved' && (
        <Button icon={RotateCcw} onClick={() => can('goal.reopen')}>
          {say.reopen}
        </Button>
      )}
      <Button icon={Printer} onClick={() => print()}>
        {say.print}
      </Button>
      <Button icon={Trash2} onClick={() => void remove()}>
        {say.delete}
      </Button>
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
