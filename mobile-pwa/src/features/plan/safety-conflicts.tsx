import { ITEMS_MAX, type PlanItem, type PlanPart, planParts } from '@weft/contract/plans/shapes.ts'
import { useOwn } from '../../shell/own.tsx'
import { useWords } from '../../words/words-provider.tsx'
import { Choose } from './choose.tsx'

type Given = Partial<Record<PlanPart, readonly PlanItem[]>>

/** Parts that were changed on two devices. Lists fit together: both can be kept. */
export function SafetyConflicts() {
  const { slice, refused, push, discard } = useOwn('plans')
  const { safetyPlan } = slice
  return refused
    .filter((item) => item.push === 'safetyPlan.save')
    .map((item) => {
      const mine = item.input.parts as Given
      const parts = planParts.filter((part) => mine[part])
      const held = safetyPlan && !safetyPlan.deletedAt ? safetyPlan.parts : undefined
      const other: Given = Object.fromEntries(parts.map((part) => [part, held?.[part].items ?? []]))
      const settle = async (keep: Given | undefined) => {
        const given = keep && Object.fromEntries(parts.map((part) => [part, [...(keep[part] ?? [])]]))
        if (given) await push('safetyPlan.save', { parts: given, baseVersion: safetyPlan?.version ?? 0 })
        await discard(item.id)
      }
      const both: Given = Object.fromEntries(parts.map((part) => [part, together(other[part] ?? [], mine[part] ?? [])]))
      return (
        <Choose
          key={item.id}
          mine={<Lists lists={mine} />}
          other={<Lists lists={other} />}
          onMine={() => void settle(mine)}
          onOther={() => void settle(undefined)}
          onBoth={() => void settle(both)}
        />
      )
    })
}

/** The lines of one and then what only the other has. */
function together(one: readonly PlanItem[], other: readonly PlanItem[]): PlanItem[] {
  const isIn = (item: PlanItem) => one.some(({ text, phone }) => text === item.text && phone === item.phone)
  return [...one, ...other.filter((item) => !isIn(item))].slice(0, ITEMS_MAX)
}

function Lists({ lists }: { lists: Given }) {
  const {
    safetyPlan: say,
    plan: { conflict },
  } = useWords()
  return planParts
    .filter((part) => lists[part])
    .map((part) => (
      <div key={part}>
        <p className="plan__soft">{say.parts[part]}</p>
        {lists[part]?.length === 0 && <p>{conflict.nothing}</p>}
        <ul className="plan-part__items">
          {lists[part]?.map(({ text, phone }) => (
            <li key={`${text} ${phone}`}>
              <bdi dir="auto">{text}</bdi> {phone}
            </li>
          ))}
        </ul>
      </div>
    ))
}
