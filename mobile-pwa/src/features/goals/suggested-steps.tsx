import { Button } from '@weft/ui/button/button.tsx'
import { Card } from '@weft/ui/card/card.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { useWords } from '../../words/words-provider.tsx'
import { useGoals } from './use-goals.ts'

/** Steps that a worker has in mind for this goal: no part of it until they are added, and a no is told to nobody. */
export function SuggestedSteps({ goalId, isFull }: { goalId: string; isFull: boolean }) {
  const { goals: words } = useWords()
  const say = words.suggested
  const { goals, act } = useGoals()
  const toast = useToast()
  const offered = goals.suggestedSteps.filter((one) => one.goalId === goalId)
  return offered.map(({ suggestionId, text, byName, byRole }) => {
    const answer = async (name: 'suggestedStep.accept' | 'suggestedStep.decline', said: string) => {
      await act(name, { goalId, suggestionId })
      toast({ text: said })
    }
    return (
      <Card
        key={suggestionId}
        title={<bdi dir="auto">{text}</bdi>}
        titleLevel={3}
        action={
          <>
            {!isFull && (
              <Button onClick={() => void answer('suggestedStep.accept', say.stepAdded)}>{say.accept}</Button>
            )}
            <Button onClick={() => void answer('suggestedStep.decline', say.declined)}>{say.decline}</Button>
          </>
        }
      >
        <p className="goals__note">{say.stepBy([byName, byRole].filter(Boolean).join(', '))}</p>
      </Card>
    )
  })
}
