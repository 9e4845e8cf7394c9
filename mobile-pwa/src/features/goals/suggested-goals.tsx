import type { SuggestedGoal } from '@weft/contract/goals/shapes.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { Card } from '@weft/ui/card/card.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { useId } from 'react'
import { useWords } from '../../words/words-provider.tsx'
import { useGoals } from './use-goals.ts'

/** What workers have in mind for the person. Nothing of theirs until they say yes; a no needs no reason. */
export function SuggestedGoals() {
  const { goals: words } = useWords()
  const say = words.suggested
  const { goals } = useGoals()
  const id = useId()
  if (goals.suggestions.length === 0) return null
  return (
    <section className="goals__suggested" aria-labelledby={id}>
      <h2 id={id} className="goals__heading">
        {say.title}
      </h2>
      {goals.suggestions.map((one) => (
        <Suggestion key={one.suggestionId} suggestion={one} />
      ))}
      <p className="goals__note">
        {say.private} {say.team}
      </p>
    </section>
  )
}

function Suggestion({ suggestion }: { suggestion: SuggestedGoal }) {
  const { goals: words } = useWords()
  const say = words.suggested
  const { act } = useGoals()
  const toast = useToast()
  const { suggestionId, byName, serviceName, why, type } = suggestion
  const answer = async (name: 'suggestion.accept' | 'suggestion.decline', text: string) => {
    await act(name, { suggestionId })
    toast({ text })
  }
  return (
    <Card
      title={<bdi dir="auto">{suggestion.words}</bdi>}
      titleLevel={3}
      action={
        <>
          <Button kind="primary" onClick={() => void answer('suggestion.accept', say.added)}>
            {say.accept}
          </Button>
          <Button onClick={() => void answer('suggestion.decline', say.declined)}>{say.decline}</Button>
        </>
      }
    >
      {why && (
        <p>
          <bdi dir="auto">{why}</bdi>
        </p>
      )}
      <p className="goals__note">
        {words.types[type]} · {say.by(byName, serviceName)}
      </p>
    </Card>
  )
}
