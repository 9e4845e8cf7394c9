import { useQuery } from '@tanstack/react-query'
import { useChannel } from '@weft/channels/react'
import { listSharedEntries } from '@weft/contract/diary/operations.ts'
import { getSharedPlan } from '@weft/contract/plans/operations.ts'
import { sharedChannel } from '@weft/contract/sharing/channel.ts'
import { Empty, Failed, Loading } from '@weft/ui/house-state/house-state.tsx'
import { Notice } from '@weft/ui/notice/notice.tsx'
import { type ReactNode, useRef } from 'react'
import { call, codeOf, referenceOf } from '../../shell/call.ts'
import { useWords } from '../../words/words.ts'
import { AddToRecord } from '../records/add-to-record.tsx'
import { AskToSee } from '../records/ask-to-see.tsx'
import { Copies } from '../records/copies.tsx'
import { PlanBlocks } from './plan-blocks.tsx'

interface Props {
  personId: string
  personName: string
  serviceId: string
  /** What else can be done here, beside adding to the record. */
  acts: ReactNode
}

const askable = ['safety_plan', 'coping', 'about_me'] as const
const copied = ['coping', 'safety_plan', 'about_me', 'diary'] as const
const isOfPlan = /^(coping|safety_plan|about_me|diary:.+)$/

/** Read again whenever the person's feed of choices says that something moved; a choice that ends takes its block off the screen at once. */
export function SharedPlan({ personId, personName, serviceId, acts }: Props) {
  const { person, plan: words, records, time } = useWords()
  const { state, status } = useChannel(sharedChannel, { personId, serviceId })
  const scopes = state?.scopes.filter(({ scope }) => isOfPlan.test(scope))
  const moved = scopes?.map(({ scope, revision }) => `${scope} ${revision}`).join(' ')
  const query = useQuery({
    queryKey: ['plan', personId, serviceId, moved],
    queryFn: async ({ signal }) => ({
      plan: await call(getSharedPlan, { personId, serviceId }, { signal }),
      entries: (await call(listSharedEntries, { personId, serviceId }, { signal })).entries,
    }),
    enabled: moved !== undefined || status === 'refused',
    placeholderData: (before) => before,
    gcTime: 0,
  })
  const names = new Set(scopes?.map(({ scope }) => scope))
  const seen = useRef(new Set<string>())
  for (const name of names) seen.current.add(name)
  const hasStopped = scopes !== undefined && [...seen.current].some((name) => !names.has(name))

  const isOver = status === 'refused' || (query.isError && codeOf(query.error) === 'not-found')
  if (!isOver && !query.data)
    return (
      <>
        {query.isError ? (
          <Failed onTryAgain={() => void query.refetch()} reference={referenceOf(query.error)} />
        ) : (
          <Loading shape="rows" onTryAgain={() => void query.refetch()} />
        )}
        <div className="records__acts">{acts}</div>
      </>
    )

  const { plan, entries = [] } = (!isOver && query.data) || {}
  const shown = {
    coping: names.has('coping') ? (plan?.coping ?? []) : [],
    safetyPlan: names.has('safety_plan') ? plan?.safetyPlan : undefined,
    aboutMe: names.has('about_me') ? plan?.aboutMe : undefined,
    entries: entries.filter(({ entryId }) => names.has(`diary:${entryId}`)),
  }
  const who = { personId, personName, serviceId }
  const things = [
    ...(shown.safetyPlan ? [{ scope: 'safety_plan', name: words.safety }] : []),
    ...(shown.coping.length > 0 ? [{ scope: 'coping', name: words.coping }] : []),
    ...(shown.aboutMe ? [{ scope: 'about_me', name: words.about }] : []),
    ...shown.entries.map(({ entryId, forDate }) => ({
      scope: `diary:${entryId}`,
      name: records.diaryOf(time.date(forDate)),
    })),
  ]
  const isEmpty = shown.coping.length + shown.entries.length === 0 && !shown.safetyPlan && !shown.aboutMe
  return (
    <>
      {hasStopped && <Notice tone="info" title={words.stopped(personName)} />}
      {isEmpty ? <Empty>{person.nothingShared(personName)}</Empty> : <PlanBlocks {...shown} />}
      <div className="records__acts">
        <AddToRecord {...who} things={things} />
        {acts}
        <AskToSee {...who} scopes={askable} open={names} />
      </div>
      <Copies {...who} kinds={copied} />
    </>
  )
}
