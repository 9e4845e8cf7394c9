import { useMutation, useQueryClient } from '@tanstack/react-query'
import { changeServiceHours } from '@weft/contract/organisations/operations.ts'
import type { Service } from '@weft/contract/organisations/shapes.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { Switch } from '@weft/ui/choice/choice.tsx'
import { ErrorSummary } from '@weft/ui/error-summary/error-summary.tsx'
import { Notice } from '@weft/ui/notice/notice.tsx'
import { TextField } from '@weft/ui/text-field/text-field.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { type FormEvent, useId, useState } from 'react'
import { call, codeOf } from '../../shell/call.ts'
import { useWords } from '../../words/words.ts'
import { servicesKey } from '../inbox/inbox-source.tsx'
import { Closures } from './closures.tsx'
import { changeOf, draftOf, type HoursMistake, isUntouched, mistakesIn } from './hours-draft.ts'
import { WeekHours } from './week-hours.tsx'

/** When the service is open and how soon it answers: what people are told comes from here. */
export function HoursForm({ service }: { service: Service }) {
  const { team: words, conversation } = useWords()
  const id = useId()
  const queries = useQueryClient()
  const toast = useToast()
  /** What the form began from. What a colleague saves meanwhile takes nothing away that is being written here. */
  const [began, setBegan] = useState(service)
  const [draft, setDraft] = useState(() => draftOf(service))
  const begin = (from: Service) => {
    setBegan(from)
    setDraft(draftOf(from))
  }
  if (service.version > began.version && isUntouched(draft, began)) begin(service)
  const [mistakes, setMistakes] = useState<HoursMistake[]>([])
  const save = useMutation({
    mutationFn: () =>
      call(changeServiceHours, { serviceId: service.serviceId, version: began.version, ...changeOf(draft) }),
    onSuccess: (saved) => {
      begin(saved)
      toast({ text: words.saved })
      return queries.invalidateQueries({ queryKey: servicesKey })
    },
  })
  const showTheirs = () => {
    save.reset()
    begin(began)
    void queries.invalidateQueries({ queryKey: servicesKey })
  }
  const isConflict = save.isError && codeOf(save.error) === 'conflict'
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const found = mistakesIn(draft)
    setMistakes(found)
    if (found.length === 0 && !save.isPending) save.mutate()
  }
  const wordsOf = (mistake: HoursMistake) =>
    mistake.kind === 'target' ? words.wrongTarget : words.wrongHours(words.weekdays[mistake.weekday - 1] ?? '')

  return (
    <form className="team__part" onSubmit={submit} noValidate>
      <h2>{words.hours}</h2>
      <p className="team__hint">{words.hoursHint}</p>
      {mistakes.length > 0 && (
        <ErrorSummary
          errors={mistakes.map((mistake) => ({
            fieldId: mistake.kind === 'target' ? `${id}-target` : `${id}-${mistake.key}`,
            message: wordsOf(mistake),
          }))}
        />
      )}
      {isConflict && (
        <Notice tone="warn" action={<Button onClick={showTheirs}>{words.showTheirs}</Button>}>
          <p>{words.conflict}</p>
        </Notice>
      )}
      {save.isError && !isConflict && <Notice tone="danger">{conversation.problem}</Notice>}
      <WeekHours
        id={id}
        hours={draft.hours}
        wrong={mistakes.flatMap((mistake) => (mistake.kind === 'hours' ? mistake.key : []))}
        onChange={(hours) => setDraft({ ...draft, hours })}
      />
      <Closures closures={draft.closures} onChange={(closures) => setDraft({ ...draft, closures })} />
      <TextField
        id={`${id}-target`}
        label={words.target}
        hint={words.targetHint}
        inputMode="decimal"
        value={draft.targetHours}
        error={mistakes.some(({ kind }) => kind === 'target') ? words.wrongTarget : undefined}
        onChange={(event) => setDraft({ ...draft, targetHours: event.target.value })}
      />
      <Switch
        label={words.messaging}
        hint={words.messagingHint}
        isOn={draft.canWrite}
        onChange={(canWrite) => setDraft({ ...draft, canWrite })}
      />
      <Button kind="primary" type="submit" busy={save.isPending ? words.saving : undefined}>
        {words.save}
      </Button>
    </form>
  )
}
