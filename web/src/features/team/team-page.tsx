import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { listMyServices } from '@weft/contract/organisations/operations.ts'
import { Empty, Failed, Loading } from '@weft/ui/house-state/house-state.tsx'
import { SelectField } from '@weft/ui/select-field/select-field.tsx'
import { call, referenceOf } from '../../shell/call.ts'
import { HiddenPage } from '../../shell/frame/hidden-page.tsx'
import { useTitle } from '../../shell/navigation/use-title.ts'
import { useWords } from '../../words/words.ts'
import { servicesKey } from '../inbox/inbox-source.tsx'
import { HoursForm } from './hours-form.tsx'
import { MeasuresForm } from './measures-form.tsx'
import { TeamMembers } from './team-members.tsx'
import './team.css'

/** What a coordinator keeps true of one service: who is in the team, and when people are answered. */
export function TeamPage() {
  const { team: words, shell } = useWords()
  const { serviceId } = useParams({ from: '/team/{-$serviceId}' })
  const navigate = useNavigate()
  const query = useQuery({ queryKey: servicesKey, queryFn: ({ signal }) => call(listMyServices, {}, { signal }) })
  useTitle(words.title)
  if (query.isPending) return <Loading shape="card" count={2} onTryAgain={() => void query.refetch()} />
  if (query.isError && !query.data)
    return <Failed onTryAgain={() => void query.refetch()} reference={referenceOf(query.error)} />

  const { services } = query.data
  const service = serviceId ? services.find((each) => each.serviceId === serviceId) : services[0]
  if (services.length === 0) return <Empty>{shell.noTeam}</Empty>
  if (!service) return <HiddenPage />
  return (
    <div className="team" data-pane="" tabIndex={-1}>
      <div className="page">
        <h1>{words.of(service.name)}</h1>
        {services.length > 1 && (
          <SelectField
            label={words.service}
            value={service.serviceId}
            options={services.map((each) => ({ value: each.serviceId, label: each.name }))}
            onChange={(event) =>
              void navigate({ to: '/team/{-$serviceId}', params: { serviceId: event.target.value } })
            }
          />
        )}
        <TeamMembers key={`members ${service.serviceId}`} service={service} />
        <MeasuresForm key={`measures ${service.serviceId}`} service={service} />
        <HoursForm key={`hours ${service.serviceId}`} service={service} />
      </div>
    </div>
  )
}
