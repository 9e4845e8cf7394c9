import { Email } from '@weft/contract/people/shapes.ts'
import { codePoints } from '@weft/contract/scalars.ts'
import { FEEDBACK_MAX, type FeedbackSubject, feedbackSubjects, sendFeedback } from '@weft/contract/tips/feedback.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { SelectField } from '@weft/ui/select-field/select-field.tsx'
import { TextArea } from '@weft/ui/text-area/text-area.tsx'
import { TextField } from '@weft/ui/text-field/text-field.tsx'
import { type FormEvent, useState } from 'react'
import { call, codeOf } from '../../shell/call.ts'
import { useWords } from '../../words/words.ts'
import './feedback.css'

/** Anybody at work here may say what they think of Weft. Nothing of them goes with it, and what they typed is kept nowhere. */
export function GiveFeedback() {
  const { give: words, subjects } = useWords().feedback
  const [feedbackId, setFeedbackId] = useState(() => crypto.randomUUID())
  const [subject, setSubject] = useState<FeedbackSubject>('problem')
  const [text, setText] = useState('')
  const [email, setEmail] = useState('')
  const [isTried, setTried] = useState(false)
  const [said, setSaid] = useState('')
  const [isBusy, setBusy] = useState(false)
  const isTextWrong = text.trim() === '' || codePoints(text) > FEEDBACK_MAX
  const isEmailWrong = email.trim() !== '' && !Email.safeParse(email).success

  const send = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    setSaid('')
    if (isTextWrong || isEmailWrong || isBusy) return
    setBusy(true)
    try {
      const more = { hat: 'staff', screen: '/me', language: 'en', ...(email.trim() && { email }) } as const
      await call(sendFeedback, { feedbackId, subject, text, ...more })
      setText('')
      setEmail('')
      setTried(false)
      setSaid(words.sent)
    } catch (error) {
      setSaid(codeOf(error) === 'too-many' ? words.tooMany : words.failed)
    } finally {
      setBusy(false)
    }
  }
  /** Other words are another piece of feedback: what was sent before may have arrived although no answer did. */
  const write = (value: string) => {
    setText(value)
    setFeedbackId(crypto.randomUUID())
  }
  const choose = (value: FeedbackSubject) => {
    setSubject(value)
    setFeedbackId(crypto.randomUUID())
  }
  return (
    <form className="me__part give-feedback" onSubmit={(event) => void send(event)} noValidate>
      <h2>{words.title}</h2>
      <p className="me__hint">{words.lead}</p>
      <SelectField
        label={words.subject}
        options={feedbackSubjects.map((value) => ({ value, label: subjects[value] }))}
        value={subject}
        onChange={(event) => choose(event.target.value as FeedbackSubject)}
      />
      <TextArea
        label={words.text}
        maxLength={FEEDBACK_MAX}
        error={isTried && isTextWrong ? words.wrong : undefined}
        value={text}
        onChange={(event) => write(event.target.value)}
      />
      <TextField
        label={words.email}
        isOptional
        hint={words.emailHint}
        error={isTried && isEmailWrong ? words.wrongEmail : undefined}
        type="email"
        value={email}
        onChange={(event) => setEmail(event.target.value)}
      />
      <Button type="submit" busy={isBusy ? words.sending : undefined}>
        {words.send}
      </Button>
      <p role="status">{said}</p>
    </form>
  )
}
