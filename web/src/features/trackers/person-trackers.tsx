import { today as todayOf } from '@weft/contract/trackers/days.ts'
import { daysUntil, earlier, later, type Span, spans } from '@weft/contract/trackers/overview.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { RadioGroup } from '@weft/ui/choice/choice.tsx'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { useNow } from '../../words/use-now.ts'
import { useWords } from '../../words/words.ts'
import type { PersonTabProps } from '../person/person-tabs.ts'
import { SharedTrackers } from './shared-trackers.tsx'
import './trackers.css'

/** W2, Trackers: the person's own view of what they share with the viewer's team, live, with the figures of sleep. Of anything else no trace. */
export default function PersonTrackers({ personId, personName, services }: PersonTabProps) {
  const { person, trackers: words, time } = useWords()
  const now = useNow()
  const today = todayOf(new Date(now))
  const [span, setSpan] = useState<Span>(28)
  const [to, setTo] = useState<string>()
  const [isTable, setTable] = useState(false)
  const days = daysUntil(to ?? today, span)
  const next = later(days, span, today)

  if (services.length === 0) return <p className="trackers">{person.nothingShared(personName)}</p>
  return (
    <div className="trackers">
      <div className="trackers__window">
        <RadioGroup
          legend={words.span}
          look="chips"
          value={String(span)}
          onChange={(value) => {
            setSpan(Number(value) as Span)
            setTo(undefined)
          }}
          options={spans.map((count) => ({ value: String(count), label: words.days(count) }))}
        />
        <p className="trackers__days">{words.fromTo(time.date(days.from), time.date(days.to))}</p>
        <Button icon={ChevronLeft} mirrorIcon onClick={() => setTo(earlier(days, span).to)}>
          {words.earlier(span)}
        </Button>
        {next && (
          <Button icon={ChevronRight} mirrorIcon onClick={() => setTo(next.to)}>
            {words.later(span)}
          </Button>
        )}
      </div>
      {services.map(({ serviceId, serviceName }) => (
        <section key={serviceId} className="trackers__service" aria-label={serviceName}>
          {services.length > 1 && <h2>{serviceName}</h2>}
          <SharedTrackers
            personId={personId}
            personName={personName}
            serviceId={serviceId}
            days={days}
            span={span}
            isTable={isTable}
            onTableChange={setTable}
          />
        </section>
      ))}
    </div>
  )
}
