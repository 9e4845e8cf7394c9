import { LinkButton } from '@weft/ui/button/button.tsx'
import { Card } from '@weft/ui/card/card.tsx'
import { useOwn } from '../../shell/own.tsx'
import { useDates, useWords } from '../../words/words-provider.tsx'

/** Sets that wait for answers, soonest first: on Today the first of them, on Track all. Nothing when none is due. */
export function QuestionsDue({ max }: { max?: number }) {
  const words = useWords()
  const dates = useDates()
  const { sets } = useOwn('questions').slice
  return sets
    .filter((set) => !set.submittedAt)
    .slice(0, max)
    .map((set) => (
      <Card
        key={set.assignmentId}
        title={words.questions.title}
        action={
          <LinkButton kind="primary" block href={`/questions/${set.assignmentId}`}>
            {Object.keys(set.answers).length > 0 ? words.questions.carryOn : words.questions.open}
          </LinkButton>
        }
      >
        <p>{words.questions.dueBy(set.serviceName, dates.date(set.dueOn))}</p>
      </Card>
    ))
}
