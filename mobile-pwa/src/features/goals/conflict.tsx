import type { OutboxItem } from '@weft/channels/client'
import { Button } from '@weft/ui/button/button.tsx'
import { Notice } from '@weft/ui/notice/notice.tsx'
import { useDates, useWords } from '../../words/words-provider.tsx'
import { useGoals } from './use-goals.ts'

type Row = Record<string, unknown>

/** Words that two devices changed differently: both texts, and the person chooses. Of a step both can stay. */
export function Conflict({ item }: { item: OutboxItem }) {
  const { goals: own } = useWords()
  const say = own.refused
  const { goals, act, discard } = useGoals()
  const { goalId, stepId, was, at: _, personId: __, changeId: ___, ...mine } = item.input as Row & { goalId: string }
  const now = (
    stepId ? goals.steps.find((step) => step.stepId === stepId) : goals.goals.find((goal) => goal.goalId === goalId)
  ) as Row | undefined
  const fields = Object.keys(mine).filter((field) => (mine[field] ?? undefined) !== now?.[field])
  const drop = () => discard(item.id)

  const keepMine = async () => {
    const current = Object.fromEntries(Object.keys(mine).map((field) => [field, now?.[field] ?? null]))
    if (stepId) await act('step.change', { goalId, stepId: stepId as string, ...mine, was: current } as never)
    else await act('goal.change', { goalId, ...mine, was: current } as never)
    await drop()
  }
  const keepBoth = async () => {
    // Of one id, however often it is pressed.
    await act('step.add', { goalId, stepId: item.id, text: String(mine.text), ...dueOf(mine) })
    await drop()
  }

  return (
    <Notice
      tone="warn"
      title={say.title}
      action={
        <>
          <Button onClick={() => void keepMine()}>{say.keepMine}</Button>
          <Button onClick={() => void drop()}>{say.keepOther}</Button>
          {typeof mine.text === 'string' && <Button onClick={() => void keepBoth()}>{say.keepBoth}</Button>}
        </>
      }
    >
      <p>{say.body}</p>
      {fields.map((field) => (
        <dl key={field} className="goal-conflict">
          <Text label={say.mine} field={field} value={mine[field]} />
          <Text label={say.other} field={field} value={now?.[field]} />
        </dl>
      ))}
    </Notice>
  )
}

const dueOf = ({ due }: Row) => (typeof due === 'string' ? { due } : {})

function Text({ label, field, value }: { label: string; field: string; value: unknown }) {
  const { goals: own } = useWords()
  const dates = useDates()
  const names: Record<string, string> = own.refused.fields
  const shown = () => {
    if (typeof value !== 'string') return own.refused.nothing
    if (field === 'type') return own.types[value as keyof typeof own.types]
    return field === 'targetDate' || field === 'due' ? dates.date(value) : value
  }
  return (
    <div>
      <dt>
        {label} · {names[field]}
      </dt>
      <dd>
        <bdi dir="auto">{shown()}</bdi>
      </dd>
    </div>
  )
}
