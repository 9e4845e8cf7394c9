import { useQuery } from '@tanstack/react-query'
import { listFeedback } from '@weft/contract/tips/feedback-desk.ts'
import { Empty, Failed, Loading } from '@weft/ui/house-state/house-state.tsx'
import { call, referenceOf } from '../../shell/call.ts'
import { useTitle } from '../../shell/navigation/use-title.ts'
import { useWords } from '../../words/words.ts'
import { FeedbackCard } from './feedback-card.tsx'
import './feedback.css'

/** The editors' desk of what people say of Weft. */
export function FeedbackPage() {
  return (
    <div className="feedback" data-pane="" tabIndex={-1}>
      <Desk />
    </div>
  )
}

function Desk() {
  const { feedback: words } = useWords()
  const query = useQuery({
    queryKey: ['feedback'],
    queryFn: ({ signal }) => call(listFeedback, {}, { signal }),
    staleTime: 0,
  })
  useTitle(words.title)
  const again = () => void query.refetch()
  if (query.isPending) return <Loading shape="rows" onTryAgain={again} />
  if (query.isError && !query.data) return <Failed onTryAgain={again} reference={referenceOf(query.error)} />
  const { rows } = query.data
  const open = rows.filter(({ state }) => state === 'open')
  const done = rows.filter(({ state }) => state === 'done')
  return (
    <div className="feedback__page">
      <h1>{words.title}</h1>
      <p className="feedback__soft">{words.lead}</p>
      <section aria-labelledby="feedback-open">
        <h2 id="feedback-open">{words.open}</h2>
        {open.length === 0 && <Empty>{words.openEmpty}</Empty>}
        <ul className="feedback__rows">
          {open.map((one) => (
            <FeedbackCard key={one.feedbackId} feedback={one} onChanged={again} />
          ))}
        </ul>
      </section>
      {done.length > 0 && (
        <section aria-labelledby="feedback-done">
          <h2 id="feedback-done">{words.done}</h2>
          <ul className="feedback__rows">
            {done.map((one) => (
              <FeedbackCard key={one.feedbackId} feedback={one} onChanged={again} />
            ))}
          </ul>
        </section>
      )}
      <p className="feedback__soft">{words.kept}</p>
    </div>
  )
}
