import { listSafetyPlanVersions } from '@weft/contract/plans/operations.ts'
import { LinkButton } from '@weft/ui/button/button.tsx'
import { useScreen } from '../../shell/frame.tsx'
import { useOwn } from '../../shell/own.tsx'
import { OwnLoading } from '../../shell/own-loading.tsx'
import { call } from '../../wire/call.ts'
import { useDates, useWords } from '../../words/words-provider.tsx'
import { Deleted, DocumentFoot } from './document.tsx'
import { PlanParts } from './plan-parts.tsx'
import { SafetyConflicts } from './safety-conflicts.tsx'
import { Versions } from './versions.tsx'
import './plan.css'

/** What to do when it gets hard, in order (experience.md P19). */
export default function SafetyPlanScreen() {
  const { plan: say, safetyPlan: safety } = useWords()
  const dates = useDates()
  const { slice, isKnown, personId } = useOwn('plans')
  useScreen({ title: safety.title, back: '/plan' })
  const { safetyPlan } = slice
  if (!isKnown && !safetyPlan) return <OwnLoading shape="lines" />

  const plan = safetyPlan?.deletedAt ? undefined : safetyPlan
  return (
    <div className="plan plan-safety">
      <SafetyConflicts />
      {safetyPlan?.deletedAt && <Deleted document="safetyPlan">{safety.deletedHere}</Deleted>}
      {!plan && (
        <div className="plan__soft">
          <p>{safety.best}.</p>
          <p>{safety.empty}</p>
        </div>
      )}
      <PlanParts parts={plan?.parts} isEditable />
      {plan ? (
        <>
          <p className="plan__soft">{say.changed(dates.date(plan.changedAt))}</p>
          <DocumentFoot document="safetyPlan">
            <Versions
              key={plan.version}
              load={() => call(listSafetyPlanVersions, { personId })}
              show={({ parts }) => <PlanParts parts={parts} />}
            />
          </DocumentFoot>
        </>
      ) : (
        <LinkButton kind="primary" block href="/plan/safety/signs">
          {safetyPlan ? safety.again : safety.start}
        </LinkButton>
      )}
    </div>
  )
}
