import { copingInOrder } from '@weft/contract/plans/coping-acts.ts'
import { Card } from '@weft/ui/card/card.tsx'
import { Link } from '@weft/ui/link/link.tsx'
import { useOwn } from '../../shell/own.tsx'
import { useWords } from '../../words/words-provider.tsx'

/** One idea of their own, another each day. Nothing for whoever has not written any. */
export function CopingIdea({ day }: { day: string }) {
  const words = useWords()
  const ideas = copingInOrder(useOwn('plans').slice.coping)
  const idea = ideas[Math.floor(Date.parse(day) / 86_400_000) % ideas.length]
  if (!idea) return null
  return (
    <Card title={words.today.idea} action={<Link href="/plan">{words.today.openPlan}</Link>}>
      <p>
        <bdi dir="auto">{idea.words}</bdi>
      </p>
    </Card>
  )
}
