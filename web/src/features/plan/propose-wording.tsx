import { useMutation } from '@tanstack/react-query'
import { uuidv7 } from '@weft/channels/client'
import { proposeAboutMe } from '@weft/contract/plans/operations.ts'
import { ABOUT_ME_MAX, type AboutMeKey, aboutMeKeys } from '@weft/contract/plans/shapes.ts'
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

/** Wording for About me. It is nothing of the person's until they take it, and whether they do is theirs to say. */
export function ProposeWording({ personId, personName, serviceId, onClose }: Props) {
  const { plan, conversation } = useWords()
  const words = plan.propose
  const toast = useToast()
  const formId = useId()
  const [proposalId] = useState(() => uuidv7())
  const [key, setKey] = useState<AboutMeKey>('howToTalk')
  const [text, setText] = useState('')
  const [error, setError] = useState<string>()
  const offer = useMutation({
    mutationFn: () => call(proposeAboutMe, { personId, serviceId, proposalId, key, text: text.trim() }),
    onSuccess: () => {
      toast({ text: words.sent(personName) })
      onClose()
    },
    onError: () => setError(conversation.problem),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const found = !text.trim() ? words.missing : codePoints(text.trim()) > ABOUT_ME_MAX ? words.long : undefined
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
      <form id={formId} className="plan__form" onSubmit={submit} noValidate>
        <p>{words.lead(personName)}</p>
        <SelectField
          label={words.key}
          value={key}
          options={aboutMeKeys.map((value) => ({ value, label: plan.keys[value] }))}
          onChange={(event) => setKey(event.target.value as AboutMeKey)}
        />
        <TextArea
          label={words.text}
          error={error}
          rows={5}
          maxLength={ABOUT_ME_MAX}
          value={text}
          onChange={(event) => {
            setError(undefined)
            setText(event.target.value)
          }}
        />
      </form>
    </Dialog>
  )
}
