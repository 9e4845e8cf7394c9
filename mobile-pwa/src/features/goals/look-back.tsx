import { type Goal, REFLECTION_MAX } from '@weft/contract/goals/shapes.ts'
import { codePoints } from '@weft/contract/scalars.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { TextArea } from '@weft/ui/text-area/text-area.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { type FormEvent, useState } from 'react'
import { useSavedWords } from '../../shell/use-saved-words.ts'
import { useWords } from '../../words/words-provider.tsx'
import { useGoals } from './use-goals.ts'

/** “What helped?”, once a goal is achieved. Theirs to leave out. */
export function LookBack({ goal }: { goal: Goal }) {
  const words = useWords()
  const say = words.goals.goal
  const toast = useToast()
  const saved = useSavedWords()
  const { act } = useGoals()
  const [was] = useState(goal.reflection ?? null)
  const [text, setText] = useState(goal.reflection ?? '')
  const [error, setError] = useState<string>()
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (codePoints(text.trim()) > REFLECTION_MAX) return setError(words.goals.new.errors.long)
    const reflection = text.trim() || null
    if (reflection !== was) await act('goal.change', { goalId: goal.goalId, reflection, was: { reflection: was } })
    toast({ text: saved })
  }
  return (
    <form className="goal__part goal-look-back" onSubmit={(event) => void save(event)} noValidate>
      <TextArea
        label={say.helped}
        hint={say.helpedHint}
        isOptional
        error={error}
        maxLength={REFLECTION_MAX}
        value={text}
        onChange={(event) => {
          setError(undefined)
          setText(event.target.value)
        }}
      />
      <Button type="submit">{say.saveHelped}</Button>
    </form>
  )
}
