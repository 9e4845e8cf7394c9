import { useQuery } from '@tanstack/react-query'
import { type CarePlan, type CarePlanContent, carePlanKeys } from '@weft/contract/plans/care-plan.ts'
import { listCarePlans } from '@weft/contract/plans/operations.ts'
import { Card } from '@weft/ui/card/card.tsx'
import { Failed, Loading } from '@weft/ui/house-state/house-state.tsx'
import { call, referenceOf } from '../../shell/call.ts'
import { useWords } from '../../words/words.ts'
import { Facts } from './facts.tsx'

/** The stored copy of what the team's record system holds, with the time it was true; earlier versions below the newest. */
export function CarePlans({ personId, serviceId }: { personId: string; serviceId: string }) {
  const { plan } = useWords()
  const words = plan.care
  const query = useQuery({
    queryKey: ['care-plan', personId, serviceId],
    queryFn: ({ signal }) => call(listCarePlans, { personId, serviceId }, { signal }),
    gcTime: 0,
  })
  if (query.isError && !query.data)
    return <Failed onTryAgain={() => void query.refetch()} reference={referenceOf(query.error)} />
  if (!query.data) return <Loading shape="lines" />
  const [newest, ...earlier] = query.data.carePlans
  if (!newest) return <Card title={words.title}>{words.none}</Card>
  return (
    <>
      <Copy plan={newest} title={words.title} />
      {earlier.length > 0 && (
        <details className="plan__earlier">
          <summary>{words.earlier}</summary>
          {earlier.map((one) => (
            <Copy key={one.carePlanId} plan={one} title={words.title} />
          ))}
        </details>
      )}
    </>
  )
}

function Copy({ plan, title }: { plan: CarePlan; title: string }) {
  const { plan: words, time } = useWords()
  const { care } = words
  return (
    <Card
      title={title}
      meta={
        <time className="plan__soft" dateTime={plan.asAt}>
          {care.asAt(plan.source, time.date(plan.asAt.slice(0, 10)))}
        </time>
      }
    >
      {plan.content ? <Content content={plan.content} /> : <p>{care.noPlan}</p>}
      {plan.askWhom && <p>{care.askWhom(plan.askWhom)}</p>}
    </Card>
  )
}

function Content({ content }: { content: CarePlanContent }) {
  const { plan, time } = useWords()
  const words = plan.care
  const dateOf = (date: string | undefined) => (date ? time.date(date) : undefined)
  const who = (name: string | undefined, on: string | undefined) => [name, dateOf(on)].filter(Boolean).join(', ')
  const texts = (part: keyof typeof carePlanKeys) => {
    const said = content[part] as Partial<Record<string, string>>
    const rows = carePlanKeys[part].map((key) => [words.keys[key], said[key]] as const)
    return rows.some(([, text]) => text) && <Section title={words.parts[part]} rows={[rows]} />
  }
  return (
    <>
      {texts('me')}
      {texts('team')}
      <Section
        title={words.goals}
        rows={content.goals.map((one) => [
          [words.goal, one.goal],
          [words.actions, one.actions],
          [words.whoSupports, one.whoSupports],
        ])}
      />
      <Section
        title={words.triggers}
        rows={content.triggers.map((one) => [
          [words.event, one.event],
          [words.coping, one.coping],
        ])}
      />
      {texts('contingency')}
      {texts('crisis')}
      <Section
        title={words.daily}
        rows={content.daily.map((one) => [
          [words.what, one.what],
          [words.when, one.when],
          [words.why, one.why],
          [words.agreedBy, one.agreedBy],
        ])}
      />
      {texts('needs')}
      <Facts
        rows={[
          [words.completed, who(content.completedBy, content.completedOn)],
          [words.assessed, who(content.assessedBy, content.assessedOn)],
          [words.assessmentEnds, dateOf(content.assessmentEndsOn)],
        ]}
      />
    </>
  )
}

/** Rows that belong together stay together. */
function Section({
  title,
  rows,
}: {
  title: string
  rows: readonly (readonly (readonly [string, string | undefined])[])[]
}) {
  if (rows.length === 0) return null
  return (
    <section>
      <h3>{title}</h3>
      {rows.map((row) => (
        <Facts key={row.map(([, text]) => text).join(' ')} rows={row} />
      ))}
    </section>
  )
}
