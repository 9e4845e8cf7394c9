import type { QuestionSet } from '@weft/contract/questionnaires/shapes.ts'
import { LinkButton } from '@weft/ui/button/button.tsx'
import { Notice } from '@weft/ui/notice/notice.tsx'
import { useWords } from '../../words/words-provider.tsx'
import { useLookBy } from './use-look-by.ts'

interface Props {
  set: QuestionSet
  /** The server does not have it yet. */
  isOnItsWay: boolean
}

/** After the last question. No verdict; a number only where the service shows it, with plain words. */
export function SentQuestions({ set, isOnItsWay }: Props) {
  const words = useWords()
  const say = words.questions
  const { line } = useLookBy(set, set.submittedAt)
  return (
    <div className="form">
      {isOnItsWay ? (
        <Notice tone="warn">
          <p role="status">{say.notSentYet}</p>
        </Notice>
      ) : (
        <Notice tone="ok">
          <p role="status">
            {say.sent} {line}
          </p>
        </Notice>
      )}
      {set.total !== undefined && <p>{say.total(set.total)}</p>}
      <LinkButton href="/today" block kind="primary">
        {words.app.home}
      </LinkButton>
    </div>
  )
}
