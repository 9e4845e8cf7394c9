import { useMutation } from '@tanstack/react-query'
import { uuidv7 } from '@weft/channels/client'
import { GoalType, WHY_MAX, WORDS_MAX } from '@weft/contract/goals/shapes.ts'
import { suggestGoal } from '@weft/contract/goals/team.ts'
import { codePoints } from '@weft/contract/scalars.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { Dialog } from '@weft/ui/dialog/dialog.tsx'
import { SelectField } from '@weft/ui/select-field/select-field.tsx'
import { TextArea } from '@weft/ui/text-area/text-area.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { type FormEvent, useId, useState } from 'react'
import { call } from '../../shell/call.ts'
import { useWords } from '../../words/words.ts'

interface Props {
  personId: string
  personName: string
  serviceId: string
  onClose: () => void
}

/** A goal in mind for the person. It is nothing of theirs until they say yes, and a no needs no reason. */
export function SuggestGoal({ personId, personName, serviceId, onClose }: Props) {
  const { goals, conversation } = useWords()
  const words = goals.form
  const toast = useToast()
  const formId = useId()
  const [suggestionId] = useState(() => uuidv7())
  const [text, setText] = useState('')
  const [why, setWhy] = useState('')
  const [type, setType] = useState<GoalType>('other')
  const [error, setError] = useState<string>()
  const offer = useMutation({
    mutationFn: () =>
      call(suggestGoal, {
        personId,
        serviceId,
        suggestionId,
        words: text.trim(),
        ...(why.trim() && { why: why.trim() }),
        type,
      }),
    onSuccess: () => {
      toast({ text: words.sent(personName) })
      onClose()
    },
    onError: () => setError(conversation.problem),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const isLong = codePoints(text.trim()) > WORDS_MAX || codePoints(why.trim()) > WHY_MAX
    const found = !text.trim() ? words.missing : isLong ? words.long : undefined
    setError(found)
    if (!found && !offer.isPending) offer.mutate()
  }
  return (
    <Dialog
      title={words.title(personName)}
      keepOpen
      onClose={onClose}
      foot={
        <Button type="submit" form={formId} kind="primary" busy={offer.isPending ? words.sending : undefined}>
          {words.submit(personName)}
        </Button>
      }
    >
      <form id={formId} className="goals__form" onSubmit={submit} noValidate>
        <p>{words.lead(personName)}</p>
        <TextArea
          label={words.words}
          error={error}
          maxLength={WORDS_MAX}
          value={text}
          onChange={(event) => {
            setError(undefined)
            setText(event.target.value)
          }}
        />
        <TextArea
          label={words.why}
          isOptional
          rows={2}
          maxLength={WHY_MAX}
          value={why}
          onChange={(event) => setWhy(event.target.value)}
        />
        <SelectField
          label={words.type}
          value={type}
          options={GoalType.options.map((value) => ({ value, label: goals.types[value] }))}
          onChange={(event) => setType(event.target.value as GoalType)}
        />
      </form>
    </Dialog>
  )
}
