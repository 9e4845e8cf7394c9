import { useQuery } from '@tanstack/react-query'
import { measures, options } from '@weft/contract/questionnaires/measures.ts'
import { readAnswers } from '@weft/contract/questionnaires/operations.ts'
import type { TeamQuestionSet } from '@weft/contract/questionnaires/shapes.ts'
import { Dialog } from '@weft/ui/dialog/dialog.tsx'
import { Failed, Loading } from '@weft/ui/house-state/house-state.tsx'
import { call, referenceOf } from '../../shell/call.ts'
import { useWords } from '../../words/words.ts'

interface AnswersDialogProps {
  set: TeamQuestionSet
  onClose: () => void
}

/** Item by item, for whoever is named to read it; opening it is in the person's access log. */
export function AnswersDialog({ set, onClose }: AnswersDialogProps) {
  const { questions: words } = useWords()
  const { assignmentId, measure } = set
  const query = useQuery({
    queryKey: ['answers', assignmentId],
    queryFn: ({ signal }) => call(readAnswers, { assignmentId }, { signal }),
    gcTime: 0,
  })
  return (
    <Dialog title={words.answersTo(words.measure[measure])} onClose={onClose}>
      {query.isPending && <Loading shape="rows" onTryAgain={() => void query.refetch()} />}
      {query.isError && <Failed onTryAgain={() => void query.refetch()} reference={referenceOf(query.error)} />}
      {query.data && (
        <>
          {query.data.wantsCall && <p>{words.wantsCall}</p>}
          <dl className="questions__answers">
            {measures[measure].items.map((item) => {
              const score = query.data.answers[item.key]
              return (
                <div key={item.key}>
                  <dt>{item.text}</dt>
                  <dd>{score === undefined ? words.skipped : (item.options ?? options)[score]}</dd>
                </div>
              )
            })}
          </dl>
        </>
      )}
    </Dialog>
  )
}
