import type { QuestionSet } from '@weft/contract/questionnaires/shapes.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { useWords } from '../../words/words-provider.tsx'
import { useLookBy } from './use-look-by.ts'

interface Props {
  set: QuestionSet
  onStart: () => void
}

/** Who reads this and when, before the first question is seen. */
export function BeforeQuestions({ set, onStart }: Props) {
  const words = useWords()
  const { line } = useLookBy(set)
  const isBegun = Object.keys(set.answers).length > 0
  return (
    <div className="form">
      <p>{words.questions.from(set.serviceName)}</p>
      <p>
        {words.questions.notWatched} {line}
      </p>
      <p className="form__intro">{words.questions.maySkip}</p>
      {words.questions.inEnglish && <p className="form__intro">{words.questions.inEnglish}</p>}
      <Button kind="primary" block onClick={onStart}>
        {isBegun ? words.questions.carryOn : words.questions.start}
      </Button>
    </div>
  )
}
