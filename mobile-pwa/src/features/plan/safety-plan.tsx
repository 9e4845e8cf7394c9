import { listSafetyPlanVersions } from '@weft/contract/plans/operations.ts'
import { Button, LinkButton } from '@weft/ui/button/button.tsx'
import { Loading } from '@weft/ui/house-state/house-state.tsx'
import { Notice } from '@weft/ui/notice/notice.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { Trash2 } from 'lucide-react'
import { useScreen } from '../../shell/frame.tsx'
import { useOwn } from '../../shell/own.tsx'
import { call } from '../../wire/call.ts'
import { useDates, useWords } from '../../words/words-provider.tsx'
import { ShareLine } from '../privacy/share-line.tsx'
import { PlanParts } from './plan-parts.tsx'
import { PrintButton } from './print-button.tsx'
import { SafetyConflicts } from './safety-conflicts.tsx'
import { Versions } from './versions.tsx'
import './plan.css'

/** What to do when it gets hard, in order (experience.md P19). */
export default function SafetyPlanScreen() {
  const { plan: say, safetyPlan: safety } = useWords()
  const dates = useDates()
  const toast = useToast()
  const { slice, isKnown, personId, push } = useOwn('plans')
  useScreen({ title: safety.title, back: '/plan' })
  const { safetyPlan } = slice
  if (!isKnown && !safetyPlan) return <Loading shape="lines" />

  const plan = safetyPlan?.deletedAt ? undefined : safetyPlan
  const restore = async () => {
    await push('safetyPlan.restore', {})
    toast({ text: say.restored })
  }
  const remove = async () => {
    await push('safetyPlan.delete', {})
    toast({ text: say.deleted, onUndo: () => void restore() })
  }
  return (
    <div className="plan plan-safety">
      <SafetyConflicts />
      {safetyPlan?.deletedAt && (
        <Notice tone="info" action={<Button onClick={() => void restore()}>{say.restore}</Button>}>
          <p>{safety.deletedHere}</p>
        </Notice>
      )}
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
          <ShareLine scope="safety_plan" />
          <PrintButton />
          <Versions
            key={plan.version}
            load={() => call(listSafetyPlanVersions, { personId })}
            show={({ parts }) => <PlanParts parts={parts} />}
          />
          <div className="plan__acts">
            <Button icon={Trash2} onClick={() => void remove()}>
              {say.delete}
            </Button>
          </div>
        </>
      ) : (
        <LinkButton kind="primary" block href="/plan/safety/signs">
          {safetyPlan ? safety.again : safety.start}
        </LinkButton>
      )}
    </div>
  )
}
