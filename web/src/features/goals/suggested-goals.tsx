import { useChannel } from '@weft/channels/react'
import { suggestedGoalsChannel } from '@weft/contract/goals/team.ts'
import { Badge } from '@weft/ui/badge/badge.tsx'
import { Button } from '@weft/ui/button/button.tsx'
import { Target } from 'lucide-react'
import { useId, useState } from 'react'
import { deviceZone } from '../../words/calendar.ts'
import { useNow } from '../../words/use-now.ts'
import { useWords } from '../../words/words.ts'
import { SuggestGoal } from './suggest-goal.tsx'

interface Props {
  personId: string
  personName: string
  serviceId: string
}

/** What this team suggested and how it stands. A goal taken up and kept private reads as one that was not. Absent for who may not suggest. */
export function SuggestedGoals({ personId, personName, serviceId }: Props) {
  const { goals: words, time } = useWords()
  const { state, status } = useChannel(suggestedGoalsChannel, { personId, serviceId })
  const [isAsked, setAsked] = useState(false)
  const id = useId()
  const now = useNow()
  if (status === 'refused' || !state) return null
  return (
    <section className="goals__suggested" aria-labelledby={id}>
      <div className="goals__head">
        <h3 id={id}>{words.suggested}</h3>
        <Button icon={Target} onClick={() => setAsked(true)}>
          {words.suggest}
        </Button>
      </div>
      {state.suggestions.length === 0 && <p className="goals__due">{words.noneSuggested}</p>}
      <ul className="goals__rows">
        {state.suggestions.map((one) => (
          <li key={one.suggestionId}>
            <span>
              <bdi dir="auto">{one.words}</bdi>
              <span className="goals__due">
                {[one.byName, one.byRole, time.moment(one.suggestedAt, deviceZone(), now)].filter(Boolean).join(' · ')}
              </span>
            </span>
            <Badge tone={one.state === 'taken_up' ? 'ok' : 'neutral'}>{words.suggestion[one.state]}</Badge>
          </li>
        ))}
      </ul>
      {isAsked && (
        <SuggestGoal
          personId={personId}
          personName={personName}
          serviceId={serviceId}
          onClose={() => setAsked(false)}
        />
      )}
    </section>
  )
}
