import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { listTeam } from '@weft/contract/organisations/operations.ts'
import type { Service } from '@weft/contract/organisations/shapes.ts'
import { listMeasures, setMeasure } from '@weft/contract/questionnaires/operations.ts'
import type { MeasureUse } from '@weft/contract/questionnaires/shapes.ts'
import { Switch } from '@weft/ui/choice/choice.tsx'
import { Failed, Loading } from '@weft/ui/house-state/house-state.tsx'
import { Notice } from '@weft/ui/notice/notice.tsx'
import { SelectField } from '@weft/ui/select-field/select-field.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { call, referenceOf } from '../../shell/call.ts'
import { useWords } from '../../words/words.ts'
import { teamKey } from './team-members.tsx'

/**
 * The gate (domain.md 8): a measure may be asked once somebody is named who reads what comes back. They are there in the service's opening
 * hours, which are kept with the measure when it is switched on.
 */
export function MeasuresForm({ service }: { service: Service }) {
  const { questions: words } = useWords()
  const { serviceId } = service
  const query = useQuery({
    queryKey: ['measures', serviceId],
    queryFn: ({ signal }) => call(listMeasures, { serviceId }, { signal }),
  })
  if (query.isPending) return <Loading shape="rows" onTryAgain={() => void query.refetch()} />
  if (query.isError && !query.data)
    return <Failed onTryAgain={() => void query.refetch()} reference={referenceOf(query.error)} />
  return (
    <section className="team__part">
      <h2>{words.gate}</h2>
      <p className="team__hint">{words.gateHint}</p>
      {query.data.measures.map((use) => (
        <OneMeasure key={use.measure} service={service} use={use} />
      ))}
    </section>
  )
}

function OneMeasure({ service, use }: { service: Service; use: MeasureUse }) {
  const { questions: words, team, conversation } = useWords()
  const toast = useToast()
  const queries = useQueryClient()
  const { serviceId } = service
  const { measure, responder } = use
  const { data } = useQuery({
    queryKey: teamKey(serviceId),
    queryFn: ({ signal }) => call(listTeam, { serviceId }, { signal }),
  })
  const save = useMutation({
    mutationFn: (change: { isOn?: boolean; responderStaffId?: string; showsTotal?: boolean }) =>
      call(setMeasure, { serviceId, measure, isOn: use.isOn, hours: service.hours.hours, ...change }),
    onSuccess: () => {
      toast({ text: team.saved })
      return queries.invalidateQueries({ queryKey: ['measures', serviceId] })
    },
  })
  const name = words.measure[measure]
  return (
    <fieldset className="team__part">
      <legend>{name}</legend>
      {save.isError && <Notice tone="danger">{conversation.problem}</Notice>}
      <SelectField
        label={words.reads(name)}
        value={responder?.staffId ?? ''}
        options={[
          ...(responder ? [] : [{ value: '', label: words.nobody }]),
          ...(data?.members ?? []).map((member) => ({ value: member.staffId, label: member.name })),
        ]}
        onChange={(event) => event.target.value && save.mutate({ responderStaffId: event.target.value })}
      />
      <Switch
        label={words.switchOn(name)}
        hint={responder ? words.switchHint(responder.name) : words.needsReader}
        isOn={use.isOn}
        onChange={(isOn) => (responder || !isOn) && save.mutate({ isOn })}
      />
      <Switch
        label={words.showsTotal}
        hint={words.showsTotalHint}
        isOn={use.showsTotal}
        onChange={(showsTotal) => save.mutate({ showsTotal })}
      />
    </fieldset>
  )
}
