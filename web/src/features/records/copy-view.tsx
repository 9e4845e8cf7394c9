import { useQuery } from '@tanstack/react-query'
import { daysBetween, localDate } from '@weft/contract/conversations/zone-time.ts'
import { type CopyContent, getCopy } from '@weft/contract/records/operations.ts'
import type { RecordCopy } from '@weft/contract/records/shapes.ts'
import type { Span } from '@weft/contract/trackers/overview.ts'
import { Chart } from '@weft/ui/chart/chart.tsx'
import { Dialog } from '@weft/ui/dialog/dialog.tsx'
import { Failed, Loading } from '@weft/ui/house-state/house-state.tsx'
import { Notice } from '@weft/ui/notice/notice.tsx'
import { useState } from 'react'
import { call, codeOf, referenceOf } from '../../shell/call.ts'
import { deviceZone } from '../../words/calendar.ts'
import { useWords } from '../../words/words.ts'
import { GoalView } from '../goals/goal-view.tsx'
import { PlanBlocks } from '../plan/plan-blocks.tsx'
import { measuresOf } from '../trackers/measures.ts'
import { Notes } from '../trackers/notes.tsx'
import { SleepTable } from '../trackers/sleep-table.tsx'
import '../goals/goals.css'
import '../plan/plan.css'
import '../trackers/trackers.css'

interface Props {
  copy: RecordCopy
  personName: string
  onClose: () => void
}

/** One copy as it was taken. It says when that was before anything else: what is in it may long be otherwise. */
export default function CopyView({ copy, personName, onClose }: Props) {
  const { records: words, time } = useWords()
  const query = useQuery({
    queryKey: ['copy', copy.copyId],
    queryFn: ({ signal }) => call(getCopy, { copyId: copy.copyId }, { signal }),
    gcTime: 0,
  })
  const isGone = query.isError && codeOf(query.error) === 'not-found'
  return (
    <Dialog title={words.copyOf(personName)} shape="full" onClose={onClose}>
      <div className="records__copy">
        <Notice tone="info" title={words.asOf(time.date(localDate(Date.parse(copy.takenAt), deviceZone())))}>
          <p>{words.by([copy.byName, copy.byRole].filter(Boolean).join(', '))}</p>
        </Notice>
        {query.data ? (
          <Content copy={copy} content={query.data.content} />
        ) : isGone ? (
          <p>{words.gone}</p>
        ) : query.isError ? (
          <Failed onTryAgain={() => void query.refetch()} reference={referenceOf(query.error)} />
        ) : (
          <Loading shape="card" onTryAgain={() => void query.refetch()} />
        )}
      </div>
    </Dialog>
  )
}

function Content({ copy, content }: { copy: RecordCopy; content: CopyContent }) {
  const words = useWords()
  const [isTable, setTable] = useState(false)
  const { trackers, goals = [], plan, entries = [] } = content
  const { from, to } = copy
  const open = new Set(copy.items.map(({ scope }) => scope))
  const days = from && to ? { from, to } : undefined
  const measures =
    trackers && days ? measuresOf(trackers, open, days, (daysBetween(days.from, days.to) + 1) as Span, words) : []
  return (
    <>
      {measures.map(({ key, ...chart }) => (
        <div key={key} className="trackers__measure">
          <Chart
            {...chart}
            isTable={isTable}
            onTableChange={setTable}
            level={3}
            axisLabel={(point) => words.time.shortDay(point.key)}
          />
          {key === 'sleep' && days && <SleepTable nights={trackers?.sleep ?? []} days={days} />}
        </div>
      ))}
      {trackers && days && <Notes data={trackers} open={open} days={days} />}
      {goals.length > 0 && (
        <ul className="goals__list">
          {goals.map((goal) => (
            <GoalView key={goal.goalId} goal={goal} />
          ))}
        </ul>
      )}
      {(plan || entries.length > 0) && <PlanBlocks {...(plan ?? { coping: [] })} entries={entries} />}
    </>
  )
}
