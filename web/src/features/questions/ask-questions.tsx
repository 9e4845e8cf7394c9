import { useMutation } from '@tanstack/react-query'
import { uuidv7 } from '@weft/channels/client'
import type { MeasureName } from '@weft/contract/questionnaires/answers.ts'
import { askQuestions } from '@weft/contract/questionnaires/operations.ts'
import type { MeasureUse } from '@weft/contract/questionnaires/shapes.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { Notice } from '@weft/ui/notice/notice.tsx'
import { SelectField } from '@weft/ui/select-field/select-field.tsx'
import { TextField } from '@weft/ui/text-field/text-field.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { type FormEvent, useRef, useState } from 'react'
import { call, codeOf } from '../../shell/call.ts'
import { deviceZone, localDay } from '../../words/calendar.ts'
import { useWords } from '../../words/words.ts'

interface AskQuestionsProps {
  personId: string
  personName: string
  serviceId: string
  /** What this service has switched on. */
  asks: readonly MeasureUse[]
  onAsked: () => void
}

/** Asks a set, saying who will look at the answers. Nothing to choose means that the coordinator has not switched any on. */
export function AskQuestions({ personId, personName, serviceId, asks, onAsked }: AskQuestionsProps) {
  const { questions: words, conversation } = useWords()
  const toast = useToast()
  const [measure, setMeasure] = useState<MeasureName>()
  const [dueOn, setDueOn] = useState(() => localDay(new Date().toISOString(), deviceZone()))
  const [repeat, setRepeat] = useState('0')
  const assignmentId = useRef(uuidv7())
  const chosen = asks.find((use) => use.measure === measure) ?? asks[0]
  const ask = useMutation({
    mutationFn: (use: MeasureUse) =>
      call(askQuestions, {
        personId,
        serviceId,
        assignmentId: assignmentId.current,
        measure: use.measure,
        dueOn,
        ...(repeat !== '0' && { repeatWeeks: Number(repeat) }),
      }),
    onSuccess: () => {
      assignmentId.current = uuidv7()
      toast({ text: words.asked })
      onAsked()
    },
  })
  if (!chosen) return <p className="questions__note">{words.noneOn}</p>

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (dueOn && !ask.isPending) ask.mutate(chosen)
  }
  return (
    <form className="questions__ask" onSubmit={submit}>
      <h3>{words.askTitle}</h3>
      {ask.isError && (
        <Notice tone="danger">{codeOf(ask.error) === 'wrong-state' ? words.noReader : conversation.problem}</Notice>
      )}
      <div className="questions__line">
        <SelectField
          label={words.columns.measure}
          value={chosen.measure}
          options={asks.map((use) => ({ value: use.measure, label: words.measure[use.measure] }))}
          onChange={(event) => setMeasure(event.target.value as MeasureName)}
        />
        <TextField
          label={words.columns.due}
          type="date"
          required
          value={dueOn}
          onChange={(event) => setDueOn(event.target.value)}
        />
        <SelectField
          label={words.repeat}
          value={repeat}
          options={[0, 1, 2, 4, 12].map((weeks) => ({ value: String(weeks), label: words.everyWeeks(weeks) }))}
          onChange={(event) => setRepeat(event.target.value)}
        />
      </div>
      <p className="questions__note">{words.whoLooks(chosen.responder?.name ?? '', personName)}</p>
      <Button kind="primary" type="submit" busy={ask.isPending ? words.asking : undefined}>
        {words.ask(personName)}
      </Button>
    </form>
  )
}
