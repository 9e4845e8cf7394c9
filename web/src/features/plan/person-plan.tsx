import { Button } from '@weft/ui/button/button.tsx'
import { useState } from 'react'
import { useWords } from '../../words/words.ts'
import type { PersonTabProps } from '../person/person-tabs.ts'
import { CarePlans } from './care-plans.tsx'
import { ProposeWording } from './propose-wording.tsx'
import { SharedPlan } from './shared-plan.tsx'
import './plan.css'

/** W2, Plan: what the person shares with the viewer's team, live, and the care plan of the team's own record. Of anything else there is no trace. */
export default function PersonPlan({ personId, personName, services }: PersonTabProps) {
  const { person, plan: words } = useWords()
  const [proposing, propose] = useState<string>()
  if (services.length === 0) return <p className="plan">{person.nothingShared(personName)}</p>
  return (
    <div className="plan">
      {services.map(({ serviceId, serviceName }) => (
        <section key={serviceId} className="plan__service" aria-label={serviceName}>
          {services.length > 1 && <h2>{serviceName}</h2>}
          <SharedPlan
            personId={personId}
            personName={personName}
            serviceId={serviceId}
            acts={<Button onClick={() => propose(serviceId)}>{words.propose.act}</Button>}
          />
          <CarePlans personId={personId} serviceId={serviceId} />
        </section>
      ))}
      {proposing && (
        <ProposeWording
          personId={personId}
          personName={personName}
          serviceId={proposing}
          onClose={() => propose(undefined)}
        />
      )}
    </div>
  )
}
