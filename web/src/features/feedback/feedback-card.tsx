import { closeFeedback, type Feedback } from '@weft/contract/tips/feedback-desk.ts'
import { Badge } from '@weft/ui/badge/badge.tsx'
import { Button } from '@weft/ui/button/button.tsx'
import { Confirm } from '@weft/ui/confirm/confirm.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { useId, useState } from 'react'
import { call } from '../../shell/call.ts'
import { useWords } from '../../words/words.ts'
import { AnswerFeedback } from './answer-feedback.tsx'

interface Props {
  feedback: Feedback
  onChanged: () => void
}

/** One piece of it: what it is about, the words, what came with them, and what may be done. */
export function FeedbackCard({ feedback, onChanged }: Props) {
  const { feedback: words, time } = useWords()
  const titleId = useId()
  const { subject, text, hat, screen, language, receivedOn, dueOn, isLate, wantsAnswer, state, answer } = feedback
  const due = isLate ? words.late(time.date(dueOn)) : words.due(time.date(dueOn))
  const meta = [words.received(time.date(receivedOn)), hat && words.hats[hat], screen && words.screen(screen)]
  return (
    <li className="feedback__card" aria-labelledby={titleId}>
      <div className="feedback__head">
        <h3 id={titleId}>{words.subjects[subject]}</h3>
        {state === 'open' &&
          (wantsAnswer ? <Badge tone={isLate ? 'danger' : 'warn'}>{due}</Badge> : <Badge>{words.noAddress}</Badge>)}
        {language !== 'en' && <Badge tone="info">{words.languages[language]}</Badge>}
      </div>
      <p className="feedback__words" dir="auto" lang={language}>
        {text}
      </p>
      <p className="feedback__soft">{meta.filter(Boolean).join(' · ')}</p>
      {answer && (
        <blockquote className="feedback__answer">
          <p className="feedback__soft">{words.answered}</p>
          <p className="feedback__words" dir="auto">
            {answer}
          </p>
        </blockquote>
      )}
      {feedback.doneOn && (
        <p className="feedback__soft">{words.doneBy(feedback.doneBy ?? '', time.date(feedback.doneOn))}</p>
      )}
      {state === 'open' && <Acts feedback={feedback} onChanged={onChanged} />}
    </li>
  )
}

/** Where an address was left, being done without an answer is asked about: it cannot be taken back. */
function Acts({ feedback: { feedbackId, wantsAnswer }, onChanged }: Props) {
  const { feedback: words } = useWords()
  const toast = useToast()
  const [asked, setAsked] = useState<'answer' | 'done'>()
  const stay = () => setAsked(undefined)
  const close = async () => {
    stay()
    try {
      await call(closeFeedback, { feedbackId })
      toast({ text: words.markedDone })
    } catch {
      toast({ text: words.problem })
    }
    onChanged()
  }
  return (
    <div className="feedback__acts">
      {wantsAnswer && (
        <Button kind="primary" onClick={() => setAsked('answer')}>
          {words.answer}
        </Button>
      )}
      <Button onClick={() => (wantsAnswer ? setAsked('done') : void close())}>{words.markDone}</Button>
      {asked === 'answer' && <AnswerFeedback feedbackId={feedbackId} onStay={stay} onChanged={onChanged} />}
      {asked === 'done' && (
        <Confirm
          title={words.doneTitle}
          act={words.markDone}
          stay={words.stay}
          isDanger
          onAct={() => void close()}
          onStay={stay}
        >
          <p>{words.doneBody}</p>
        </Confirm>
      )}
    </div>
  )
}
