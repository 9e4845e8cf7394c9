import type { CopingStrategy } from '@weft/contract/plans/shapes.ts'
import { useOwn } from '../../shell/own.tsx'
import { useWords } from '../../words/words-provider.tsx'
import { Choose } from './choose.tsx'

type Words = Pick<CopingStrategy, 'words' | 'whenToUse' | 'trigger'>
const wordsOf = ({ words, whenToUse, trigger }: Words): Words => ({
  words,
  ...(whenToUse && { whenToUse }),
  ...(trigger && { trigger }),
})

/** Ideas that were changed on two devices, each with both texts. */
export function CopingConflicts() {
  const { conflict } = useWords().plan
  const { slice, refused, push, discard } = useOwn('plans')
  return refused
    .filter((item) => item.push === 'coping.change')
    .map((item) => {
      const input = item.input as unknown as Words & { copingId: string }
      const { copingId } = input
      const idea = slice.coping.find((one) => one.copingId === copingId)
      const settle = async (act: () => Promise<unknown>) => {
        await act()
        await discard(item.id)
      }
      // Of one id, however often it is pressed.
      const asNew = () =>
        push('coping.add', { copingId: item.id, ...wordsOf(input), visibility: idea?.visibility ?? 'private' })
      const keepMine = async () => {
        if (!idea) return asNew()
        if (idea.deletedAt) await push('coping.restore', { copingId })
        await push('coping.change', { copingId, ...wordsOf(input), baseVersion: idea.version })
      }
      return (
        <Choose
          key={item.id}
          mine={<Shown idea={input} />}
          other={idea && !idea.deletedAt ? <Shown idea={idea} /> : <p>{conflict.nothing}</p>}
          onMine={() => void settle(keepMine)}
          onOther={() => void settle(async () => {})}
          onBoth={() => void settle(asNew)}
        />
      )
    })
}

function Shown({ idea }: { idea: Words }) {
  return [idea.words, idea.whenToUse, idea.trigger].filter(Boolean).map((line) => (
    <p key={line}>
      <bdi dir="auto">{line}</bdi>
    </p>
  ))
}
