import { codePoints } from '@weft/contract/scalars.ts'
import { FEEDBACK_MAX } from '@weft/contract/tips/feedback.ts'
import { answerFeedback } from '@weft/contract/tips/feedback-desk.ts'
import { Confirm } from '@weft/ui/confirm/confirm.tsx'
import { TextArea } from '@weft/ui/text-area/text-area.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { useState } from 'react'
import { call, codeOf } from '../../shell/call.ts'
import { useWords } from '../../words/words.ts'

interface Props {
  feedbackId: string
  onStay: () => void
  onChanged: () => void
}

/** The words of an answer. They stay in the box until they are on their way. */
export function AnswerFeedback({ feedbackId, onStay, onChanged }: Props) {
  const { feedback: words } = useWords()
  const toast = useToast()
  const [text, setText] = useState('')
  const [isTried, setTried] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const isWrong = text.trim() === '' || codePoints(text) > FEEDBACK_MAX

  const send = async () => {
    setTried(true)
    if (isWrong || isBusy) return
    setBusy(true)
    try {
      await call(answerFeedback, { feedbackId, words: text })
      toast({ text: words.sent })
      onChanged()
    } catch (error) {
      const isGone = codeOf(error) === 'wrong-state'
      toast({ text: isGone ? words.gone : words.problem })
      if (isGone) onChanged()
    } finally {
      setBusy(false)
    }
  }
  return (
    <Confirm
      title={words.answerTitle}
      act={words.send}
      stay={words.stay}
      busy={isBusy ? words.sending : undefined}
      onAct={() => void send()}
      onStay={onStay}
    >
      <TextArea
        label={words.answer}
        hint={words.answerHint}
        maxLength={FEEDBACK_MAX}
        error={isTried && isWrong ? words.answerMissing : undefined}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </Confirm>
  )
}
