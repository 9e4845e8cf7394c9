import { useMutation, useQuery } from '@tanstack/react-query'
import { useChannel } from '@weft/channels/react'
import type { SharedGoal } from '@weft/contract/goals/shapes.ts'
import { listSharedGoals, tickTogether } from '@weft/contract/goals/team.ts'
import { sharedChannel } from '@weft/contract/sharing/channel.ts'
import { Confirm } from '@weft/ui/confirm/confirm.tsx'
import { Empty, Failed, Loading } from '@weft/ui/house-state/house-state.tsx'
import { Notice } from '@weft/ui/notice/notice.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { useRef, useState } from 'react'
import { call, codeOf, referenceOf } from '../../shell/call.ts'
import { useWords } from '../../words/words.ts'
import { AddToRecord } from '../records/add-to-record.tsx'
import { Copies } from '../records/copies.tsx'
import { GoalComments } from './goal-comments.tsx'
import { GoalHelp } from './goal-help.tsx'
import { GoalView } from './goal-view.tsx'

interface Props {
  personId: string
  personName: string
  serviceId: string
}

/** Read again whenever the person's feed of choices says that something moved; a choice that ends takes its goal off the screen at once. */
export function SharedGoals({ personId, personName, serviceId }: Props) {
  const { person, goals: words, conversation } = useWords()
  const { state, status } = useChannel(sharedChannel, { personId, serviceId })
  const scopes = state?.scopes.filter(({ scope }) => /^goals?:/.test(scope))
  const moved = scopes?.map(({ scope, revision }) => `${scope} ${revision}`).join(' ')
  const query = useQuery({
    queryKey: ['goals', personId, serviceId, moved],
    queryFn: ({ signal }) => call(listSharedGoals, { personId, serviceId }, { signal }),
    enabled: moved !== undefined || status === 'refused',
    placeholderData: (before) => before,
    gcTime: 0,
  })
  const toast = useToast()
  const [asked, setAsked] = useState<{ goalId: string; stepId: string }>()
  const tick = useMutation({
    mutationFn: (step: { goalId: string; stepId: string }) =>
      call(tickTogether, { personId, serviceId, ...step, isPersonPresent: true }),
    onSuccess: () => toast({ text: words.ticked(personName) }),
    onError: () => toast({ text: conversation.problem }),
    onSettled: () => setAsked(undefined),
  })
  const isCovered = ({ goalId, type }: SharedGoal) =>
    scopes?.some(({ scope }) => scope === `goal:${goalId}` || scope === `goals:${type}`) ?? false
  const goals = (query.data?.goals ?? []).filter(isCovered)
  const comments = query.data?.comments ?? []
  const seen = useRef(new Set<string>())
  for (const { goalId } of goals) seen.current.add(goalId)
  const hasStopped =
    scopes &&
    [...seen.current].some((goalId) => !isNamed(scopes, goalId) && !goals.some((one) => one.goalId === goalId))

  const isOver = status === 'refused' || (query.isError && codeOf(query.error) === 'not-found')
  if (!isOver && query.isError && !query.data)
    return <Failed onTryAgain={() => void query.refetch()} reference={referenceOf(query.error)} />
  if (!isOver && !query.data) return <Loading shape="rows" onTryAgain={() => void query.refetch()} />
  return (
    <>
      {hasStopped && <Notice tone="info" title={words.stopped(personName)} />}
      {isOver || goals.length === 0 ? (
        <Empty>{person.nothingShared(personName)}</Empty>
      ) : (
        <ul className="goals__list">
          {goals.map((goal) => (
            <GoalView
              key={goal.goalId}
              goal={goal}
              onTick={(stepId) => setAsked({ goalId: goal.goalId, stepId })}
              comments={<GoalComments {...{ personId, personName, serviceId, goal, comments }} />}
              acts={
                <div className="goals__acts">
                  <GoalHelp personId={personId} personName={personName} serviceId={serviceId} goal={goal} />
                  <AddToRecord
                    personId={personId}
                    personName={personName}
                    serviceId={serviceId}
                    things={[{ scope: `goal:${goal.goalId}`, name: goal.words }]}
                  />
                </div>
              }
            />
          ))}
        </ul>
      )}
      <Copies personId={personId} personName={personName} serviceId={serviceId} kinds={copied} />
      {asked && (
        <Confirm
          title={words.tickTitle(personName)}
          act={words.tickAct(personName)}
          stay={words.tickStay}
          busy={tick.isPending ? words.form.sending : undefined}
          onAct={() => tick.mutate(asked)}
          onStay={() => setAsked(undefined)}
        >
          <p>{words.tickBody(personName)}</p>
        </Confirm>
      )}
    </>
  )
}

const copied = ['goal'] as const

const isNamed = (scopes: readonly { scope: string }[], goalId: string) =>
  scopes.some(({ scope }) => scope === `goal:${goalId}` || scope.startsWith('goals:'))
