import { copingInOrder } from '@weft/contract/plans/slice.ts'
import { LinkButton } from '@weft/ui/button/button.tsx'
import { Card } from '@weft/ui/card/card.tsx'
import { Empty, Updated } from '@weft/ui/house-state/house-state.tsx'
import { ListRow, RowList } from '@weft/ui/list-row/list-row.tsx'
import { ClipboardList, Plus, UserRound } from 'lucide-react'
import { useScreen } from '../../shell/frame.tsx'
import { useOwn } from '../../shell/own.tsx'
import { OwnLoading } from '../../shell/own-loading.tsx'
import { useSavedAt } from '../../shell/use-saved-at.ts'
import { useDates, useWords } from '../../words/words-provider.tsx'
import { ShareLine } from '../privacy/share-line.tsx'
import { CopingConflicts } from './coping-conflicts.tsx'
import { CopingIdea } from './coping-idea.tsx'
import { DeletedIdeas } from './deleted-ideas.tsx'
import { PrintButton } from './print-button.tsx'
import './plan.css'

/** What helps me, ready before I need it (experience.md P18). */
export default function Plan() {
  const words = useWords()
  const { plan: say } = words
  const dates = useDates()
  const { slice, isKnown, topic, status } = useOwn('plans')
  const savedAt = useSavedAt(topic, status)
  useScreen({ title: say.title, back: '/today' })
  const add = (
    <LinkButton icon={Plus} block href="/plan/coping/new">
      {words.coping.add}
    </LinkButton>
  )
  if (!isKnown)
    return (
      <div className="plan">
        <OwnLoading shape="card" />
        {add}
      </div>
    )

  const { safetyPlan, carePlans } = slice
  const hasPlan = safetyPlan !== undefined && !safetyPlan.deletedAt
  const ideas = copingInOrder(slice.coping)
  return (
    <div className="plan">
      {savedAt && <Updated when={dates.ago(savedAt)} at={savedAt} words={words.app} />}
      <Card title={words.safetyPlan.title}>
        <p>{words.safetyPlan.about}</p>
        {hasPlan ? (
          <p className="plan__soft">{say.changed(dates.when(safetyPlan.changedAt))}</p>
        ) : (
          <p className="plan__soft">{words.safetyPlan.best}</p>
        )}
        <LinkButton kind="primary" block href="/plan/safety">
          {hasPlan ? words.safetyPlan.open : words.safetyPlan.start}
        </LinkButton>
      </Card>

      <section className="plan__part" aria-labelledby="plan-coping">
        <h2 id="plan-coping">{words.coping.title}</h2>
        <CopingConflicts />
        {ideas.length === 0 ? (
          <Empty>{words.coping.empty}</Empty>
        ) : (
          <ul className="plan__ideas">
            {ideas.map((idea) => (
              <CopingIdea key={idea.copingId} idea={idea} />
            ))}
          </ul>
        )}
        {add}
        <ShareLine scope="coping" />
        <DeletedIdeas ideas={slice.coping.filter((idea) => idea.deletedAt)} />
      </section>

      <section className="plan__part plan__screen" aria-labelledby="plan-care">
        <h2 id="plan-care">{words.carePlan.title}</h2>
        {carePlans.length === 0 ? (
          <p className="plan__soft">{words.carePlan.none}</p>
        ) : (
          <RowList label={words.carePlan.title}>
            {carePlans.map((care) => (
              <ListRow
                key={care.serviceId}
                icon={ClipboardList}
                title={words.carePlan.from(care.serviceName)}
                detail={words.carePlan.asAt(care.source, dates.date(care.asAt))}
                href={`/plan/care/${care.serviceId}`}
              />
            ))}
          </RowList>
        )}
      </section>

      <RowList label={words.aboutMe.title}>
        <ListRow icon={UserRound} title={words.aboutMe.title} detail={words.aboutMe.intro} href="/plan/about" />
      </RowList>
      {ideas.length > 0 && <PrintButton />}
    </div>
  )
}
