import { useQuery } from '@tanstack/react-query'
import { useChannel } from '@weft/channels/react'
import { listQuestions } from '@weft/contract/questionnaires/operations.ts'
import type { TeamQuestionSet } from '@weft/contract/questionnaires/shapes.ts'
import { sharedChannel } from '@weft/contract/sharing/channel.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { Empty, Failed, Loading } from '@weft/ui/house-state/house-state.tsx'
import { Table } from '@weft/ui/table/table.tsx'
import { useEffect, useRef, useState } from 'react'
import { call, referenceOf } from '../../shell/call.ts'
import { deviceZone, localDay } from '../../words/calendar.ts'
import { useWords } from '../../words/words.ts'
import type { PersonTabProps } from '../person/person-tabs.ts'
import { AnswersDialog } from './answers-dialog.tsx'
import { AskQuestions } from './ask-questions.tsx'
import './questions.css'

/** What the team asked and what came back: totals for the team, answers one by one for whoever is named to read them. */
export default function PersonQuestions({ personId, personName, services }: PersonTabProps) {
  const { person } = useWords()
  if (services.length === 0) return <p className="questions">{person.nothingShared(personName)}</p>
  return services.map((service) => (
    <OfService key={service.serviceId} personId={personId} personName={personName} service={service} />
  ))
}

interface OfServiceProps {
  personId: string
  personName: string
  service: { serviceId: string; serviceName: string }
}

/** Read again whenever the team's feed about this person says that something moved. What must be known at once comes as a flag besides. */
function OfService({ personId, personName, service }: OfServiceProps) {
  const { questions: words, time } = useWords()
  const [read, setRead] = useState<TeamQuestionSet>()
  const { serviceId, serviceName } = service
  const { state, status } = useChannel(sharedChannel, { personId, serviceId })
  const query = useQuery({
    queryKey: ['questions', personId, serviceId],
    queryFn: ({ signal }) => call(listQuestions, { personId, serviceId }, { signal }),
    enabled: state !== undefined || status === 'refused',
  })
  const { refetch } = query
  const heard = useRef(state)
  useEffect(() => {
    if (heard.current && state && heard.current !== state) void refetch()
    heard.current = state
  }, [state, refetch])
  if (query.isPending) return <Loading shape="rows" onTryAgain={() => void query.refetch()} />
  if (query.isError && !query.data)
    return <Failed onTryAgain={() => void query.refetch()} reference={referenceOf(query.error)} />

  const { sets, asks } = query.data
  return (
    <section className="questions">
      <h2>{words.by(serviceName)}</h2>
      {sets.length === 0 ? (
        <Empty>{words.none(personName)}</Empty>
      ) : (
        <Table
          caption={words.by(serviceName)}
          isCaptionHidden
          rows={sets}
          rowKey={(set) => set.assignmentId}
          columns={[
            { key: 'measure', header: words.columns.measure, cell: (set) => words.measure[set.measure] },
            { key: 'due', header: words.columns.due, cell: (set) => time.date(set.dueOn) },
            {
              key: 'state',
              header: words.columns.state,
              cell: (set) =>
                set.submittedAt
                  ? words.sentOn(time.date(localDay(set.submittedAt, deviceZone())))
                  : words.state[set.state],
            },
            { key: 'total', header: words.columns.total, cell: (set) => totalOf(set, words) },
            {
              key: 'reader',
              header: words.columns.reader,
              cell: (set) =>
                set.isMine && set.state === 'sent' ? (
                  <Button kind="quiet" onClick={() => setRead(set)}>
                    {words.read}
                  </Button>
                ) : (
                  <bdi>{set.responder}</bdi>
                ),
            },
          ]}
        />
      )}
      <p className="questions__note">{words.guide}</p>
      <AskQuestions
        personId={personId}
        personName={personName}
        serviceId={serviceId}
        asks={asks}
        onAsked={() => void query.refetch()}
      />
      {read && <AnswersDialog set={read} onClose={() => setRead(undefined)} />}
    </section>
  )
}

function totalOf(set: TeamQuestionSet, words: ReturnType<typeof useWords>['questions']): string {
  if (!set.submittedAt) return ''
  if (set.total === undefined || !set.band) return words.incomplete
  return words.totalAndBand(set.total, words.band[set.band])
}
