import type { CopingStrategy } from '@weft/contract/plans/shapes.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { ListRow, RowList } from '@weft/ui/list-row/list-row.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { useOwn } from '../../shell/own.tsx'
import { useWords } from '../../words/words-provider.tsx'

/** What can still be put back. */
export function DeletedIdeas({ ideas }: { ideas: readonly CopingStrategy[] }) {
  const { plan: say, coping } = useWords()
  const { push } = useOwn('plans')
  const toast = useToast()
  if (ideas.length === 0) return null
  const restore = async (copingId: string) => {
    await push('coping.restore', { copingId })
    toast({ text: say.restored })
  }
  return (
    <details className="plan__fold">
      <summary>{coping.deleted(ideas.length)}</summary>
      <RowList label={coping.deleted(ideas.length)}>
        {ideas.map((idea) => (
          <ListRow
            key={idea.copingId}
            title={<bdi dir="auto">{idea.words}</bdi>}
            end={<Button onClick={() => void restore(idea.copingId)}>{say.restore}</Button>}
          />
        ))}
      </RowList>
    </details>
  )
}
