import { copingInOrder } from '@weft/contract/plans/coping-acts.ts'
import { LinkButton } from '@weft/ui/button/button.tsx'
import { Card } from '@weft/ui/card/card.tsx'
import { useOwn } from '../../shell/own.tsx'
import { useWords } from '../../words/words-provider.tsx'

/** One idea of their own, another each day. Nothing for whoever has not written any. */
export function CopingIdea({ day }: { day: string }) {
  const words = useWords()
  const ideas = copingInOrder(useOwn('plans').slice.coping)
  const idea = ideas[Math.floor(Date.parse(day) / 86_400_000) % ideas.length]
  if (!idea) return null
  return (
    <Card
      title={words.today.idea}
      action={
        <LinkButton kind="quiet" href="/plan">
          {words.today.openPlan}
        </LinkButton>
      }
    >
      <p>
        <bdi dir="auto">{idea.words}</bdi>
      </p>
    </Card>
  )
}
