import { useMutation } from '@tanstack/react-query'
import { Button } from '@weft/ui/button/button.tsx'
import { Dialog } from '@weft/ui/dialog/dialog.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { codeOf } from '../../shell/call.ts'
import { useWords } from '../../words/words.ts'

interface Props {
  words: {
    title: (name: string) => string
    lead: (name: string) => string
    submit: (name: string) => string
    sending: string
    sent: (name: string) => string
    /** Where no more can be offered for now. */
    full?: string
  }
  personName: string
  className: string
  /** What is wrong with it as it stands, if anything. */
  check: () => string | undefined
  offer: () => Promise<unknown>
  onClose: () => void
  /** The fields, given what is wrong and a way to take that back. */
  children: (error: string | undefined, touched: () => void) => ReactNode
}

/** Something a worker offers the person: nothing of theirs until they take it. Their name is in the button, against the wrong record. */
export function OfferDialog({ words, personName, className, check, offer, onClose, children }: Props) {
  const { conversation } = useWords()
  const toast = useToast()
  const formId = useId()
  const [error, setError] = useState<string>()
  const sending = useMutation({
    mutationFn: offer,
    onSuccess: () => {
      toast({ text: words.sent(personName) })
      onClose()
    },
    onError: (cause) => setError((codeOf(cause) === 'wrong-state' && words.full) || conversation.problem),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const found = check()
    setError(found)
    if (!found && !sending.isPending) sending.mutate()
  }
  return (
    <Dialog
      title={words.title(personName)}
      keepOpen
      onClose={onClose}
      foot={
        <Button type="submit" form={formId} kind="primary" busy={sending.isPending ? words.sending : undefined}>
          {words.submit(personName)}
        </Button>
      }
    >
      <form id={formId} className={className} onSubmit={submit} noValidate>
        <p>{words.lead(personName)}</p>
        {children(error, () => setError(undefined))}
      </form>
    </Dialog>
  )
}
