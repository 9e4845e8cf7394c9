import { useWords } from '../../words/words.ts'
import type { PersonTabProps } from '../person/person-tabs.ts'
import { SharedGoals } from './shared-goals.tsx'
import { SuggestedGoals } from './suggested-goals.tsx'
import './goals.css'

/** W2, Goals: what the person shares with the viewer's team, live, and what the team suggested. Of anything else there is no trace. */
export default function PersonGoals({ personId, personName, services }: PersonTabProps) {
  const { person } = useWords()
  if (services.length === 0) return <p className="goals">{person.nothingShared(personName)}</p>
  return (
    <div className="goals">
      {services.map((service) => (
        <section key={service.serviceId} className="goals__service" aria-label={service.serviceName}>
          {services.length > 1 && <h2>{service.serviceName}</h2>}
          <SharedGoals personId={personId} personName={personName} serviceId={service.serviceId} />
          <SuggestedGoals personId={personId} personName={personName} serviceId={service.serviceId} />
        </section>
      ))}
    </div>
  )
}
