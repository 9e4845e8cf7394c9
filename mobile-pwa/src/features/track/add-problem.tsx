import { uuidv7 } from '@weft/channels/client'
import { ACTIVE_PROBLEMS_MAX, type Problem } from '@weft/contract/trackers/shapes.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { ErrorSummary } from '@weft/ui/error-summary/error-summary.tsx'
import { TextField } from '@weft/ui/text-field/text-field.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { useId, useState } from 'react'
import { useForm } from '../../shell/use-form.ts'
import { useSavedWords } from '../../shell/use-saved-words.ts'
import { useWords } from '../../words/words-provider.tsx'
import { useTrackers } from './use-trackers.ts'

/** What a person wants to keep an eye on, in their own words. */
export function AddProblem({ problems }: { problems: readonly Problem[] }) {
  const { track } = useWords()
  const { choosing } = track
  const { push } = useTrackers()
  const toast = useToast()
  const saved = useSavedWords()
  const id = useId()
  const [name, setName] = useState('')
  const form = useForm({
    check: () => [!isName(name) && { fieldId: id, message: choosing.errors.name }],
    act: async () => {
      await push('problem.add', { problemId: uuidv7(), words: name.trim() })
      setName('')
      toast({ text: saved })
    },
  })

  const isFull = problems.filter((one) => one.state === 'active').length >= ACTIVE_PROBLEMS_MAX
  if (isFull) return <p className="track-note">{choosing.full}</p>
  return (
    <form className="form" onSubmit={form.onSubmit} noValidate>
      {form.errors.length > 0 && <ErrorSummary errors={form.errors} />}
      <TextField
        id={id}
        label={choosing.name}
        hint={choosing.nameHint}
        value={name}
        error={form.errorOf(id)}
        onChange={(event) => {
          setName(event.target.value)
          form.mend(id)
        }}
      />
      <Button type="submit" id={form.buttonId} block>
        {choosing.addIt}
      </Button>
    </form>
  )
}

export const PROBLEM_WORDS_MAX = 120
export const isName = (text: string) => text.trim() !== '' && [...text.trim()].length <= PROBLEM_WORDS_MAX
