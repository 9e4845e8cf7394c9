import { useQuery } from '@tanstack/react-query'
import { useChannel } from '@weft/channels/react'
import { sharedChannel } from '@weft/contract/sharing/channel.ts'
import { listSharedTrackers, type SharedTrackers as SharedTrackersData } from '@weft/contract/trackers/operations.ts'
import { type Days, earlier, type Span } from '@weft/contract/trackers/overview.ts'
import { Chart } from '@weft/ui/chart/chart.tsx'
import { Empty, Failed, Loading } from '@weft/ui/house-state/house-state.tsx'
import { Notice } from '@weft/ui/notice/notice.tsx'
import { useRef } from 'react'
import { call, codeOf, referenceOf } from '../../shell/call.ts'
import { useWords } from '../../words/words.ts'
import { AddToRecord, type OnScreen } from '../records/add-to-record.tsx'
import { AskToSee } from '../records/ask-to-see.tsx'
import { Copies } from '../records/copies.tsx'
import { measuresOf, type Shown } from './measures.ts'
import { Notes } from './notes.tsx'
import { SleepTable } from './sleep-table.tsx'

interface Props {
  personId: string
  personName: string
  serviceId: string
  days: Days
  span: Span
  isTable: boolean
  onTableChange: (isTable: boolean) => void
}

/**
 * Read again whenever the person's feed of choices says that something moved; a choice that ends takes what it covered off the screen at
 * once. The words for nothing are the same whether there is nothing, or nothing is shared, or one may not look.
 */
export function SharedTrackers({ personId, personName, serviceId, days, span, ...table }: Props) {
  const words = useWords()
  const { person, trackers } = words
  const { state, status } = useChannel(sharedChannel, { personId, serviceId })
  const scopes = state?.scopes.filter(({ scope }) => /^(sleep$|mood$|problem:)/.test(scope))
  const moved = scopes?.map(({ scope, revision }) => `${scope} ${revision}`).join(' ')
  const { from } = earlier(days, span)
  const query = useQuery({
    queryKey: ['trackers', personId, serviceId, from, days.to, moved],
    queryFn: ({ signal }) => call(listSharedTrackers, { personId, serviceId, from, to: days.to }, { signal }),
    enabled: moved !== undefined || status === 'refused',
    placeholderData: (before) => before,
    gcTime: 0,
  })
  const isOver = status === 'refused' || (query.isError && codeOf(query.error) === 'not-found')
  const open = new Set(isOver ? [] : scopes?.map(({ scope }) => scope))
  const seen = useRef(new Set<string>())
  for (const scope of open) seen.current.add(scope)
  const hasStopped = scopes !== undefined && [...seen.current].some((scope) => !open.has(scope))

  if (!isOver && query.isError && !query.data)
    return <Failed onTryAgain={() => void query.refetch()} reference={referenceOf(query.error)} />
  if (!isOver && !query.data) return <Loading shape="card" onTryAgain={() => void query.refetch()} />

  const who = { personId, personName, serviceId }
  const shown = query.data ? measuresOf(query.data, open, days, span, words) : []
  return (
    <>
      {hasStopped && <Notice tone="info" title={trackers.stopped(personName)} />}
      {shown.length === 0 ? (
        <Empty>{person.nothingShared(personName)}</Empty>
      ) : (
        shown.map(({ key, ...chart }) => (
          <div key={key} className="trackers__measure">
            <Chart {...chart} {...table} level={3} axisLabel={(point) => words.time.shortDay(point.key)} />
            {key === 'sleep' && <SleepTable nights={query.data?.sleep ?? []} days={days} />}
          </div>
        ))
      )}
      {query.data && <Notes data={query.data} open={open} days={days} />}
      <div className="records__acts">
        <AddToRecord {...who} things={query.data ? onScreen(query.data, shown, days) : []} days={days} />
        <AskToSee {...who} scopes={askable} open={open} />
      </div>
      <Copies {...who} kinds={copied} />
    </>
  )
}

const askable = ['sleep', 'mood'] as const
const copied = ['sleep', 'mood', 'problem'] as const

/** What of it has anything in these days: an empty chart is nothing to copy. */
function onScreen({ sleep = [], moods = [] }: SharedTrackersData, shown: readonly Shown[], days: Days): OnScreen[] {
  const isIn = ({ forDate }: { forDate: string }) => days.from <= forDate && forDate <= days.to
  const isEmpty = (key: string) => (key === 'sleep' && !sleep.some(isIn)) || (key === 'mood' && !moods.some(isIn))
  return shown
    .filter(({ key }) => !isEmpty(key))
    .map(({ key, title }) => ({ scope: key === 'sleep' || key === 'mood' ? key : `problem:${key}`, name: title }))
}
