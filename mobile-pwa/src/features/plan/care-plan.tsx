import type { CarePlan } from '@weft/contract/plans/care-plan.ts'
import { listCarePlans } from '@weft/contract/plans/operations.ts'
import { LinkButton } from '@weft/ui/button/button.tsx'
import { ListRow, RowList } from '@weft/ui/list-row/list-row.tsx'
import { Lightbulb, MessageCircle, Target } from 'lucide-react'
import { useConversations } from '../../shell/conversations.tsx'
import { useScreen } from '../../shell/frame.tsx'
import { NotHere } from '../../shell/not-here.tsx'
import { useOwn } from '../../shell/own.tsx'
import { OwnLoading } from '../../shell/own-loading.tsx'
import { call } from '../../wire/call.ts'
import { useDates, useWords } from '../../words/words-provider.tsx'
import { CarePlanBody } from './care-plan-body.tsx'
import { Versions } from './versions.tsx'
import './plan.css'

/** The plan that a service keeps, to read (experience.md P18). Nobody changes it here: one asks about it. */
export default function CarePlanScreen({ params }: { params: Record<string, string> }) {
  const { carePlan: say, coping } = useWords()
  const { slice, isKnown, personId } = useOwn('plans')
  const { heads } = useConversations()
  useScreen({ title: say.title, back: '/plan' })
  const plan = slice.carePlans.find((one) => one.serviceId === params.serviceId)
  if (!plan) return isKnown ? <NotHere /> : <OwnLoading shape="lines" />
  const { serviceId } = plan
  const thread = heads.find((head) => head.serviceId === serviceId && head.kind === 'person_team')
  const versions = async () => {
    const { carePlans } = await call(listCarePlans, { personId, serviceId })
    return { versions: carePlans.map((one, at) => ({ ...one, version: carePlans.length - at, savedAt: one.asAt })) }
  }
  return (
    <div className="plan">
      <Shown plan={plan} />
      {thread?.state === 'open' && (
        <LinkButton kind="primary" block icon={MessageCircle} href={`/messages/${thread.conversationId}`}>
          {say.ask}
        </LinkButton>
      )}
      <RowList label={say.title}>
        <ListRow icon={Target} title={say.own} href="/goals" />
        <ListRow icon={Lightbulb} title={coping.title} href="/plan" />
      </RowList>
      <Versions load={versions} show={(one) => <Shown plan={one} />} />
    </div>
  )
}

function Shown({ plan }: { plan: CarePlan }) {
  const { carePlan: say } = useWords()
  const dates = useDates()
  return (
    <>
      <div>
        <p className="plan__service">{say.from(plan.serviceName)}</p>
        <p className="plan__soft">{say.asAt(plan.source, dates.date(plan.asAt))}</p>
      </div>
      {plan.content ? <CarePlanBody content={plan.content} /> : <p>{say.noPlan}</p>}
      {plan.askWhom && <p>{say.askWhom(plan.askWhom)}</p>}
    </>
  )
}
