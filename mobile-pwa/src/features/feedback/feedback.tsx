import { Email } from '@weft/contract/people/shapes.ts'
import { codePoints } from '@weft/contract/scalars.ts'
import {
  FEEDBACK_MAX,
  type FeedbackSubject,
  feedbackLanguages,
  feedbackSubjects,
  sendFeedback,
} from '@weft/contract/tips/feedback.ts'
import { Button, LinkButton } from '@weft/ui/button/button.tsx'
import { RadioGroup } from '@weft/ui/choice/choice.tsx'
import { ErrorSummary } from '@weft/ui/error-summary/error-summary.tsx'
import { Loading } from '@weft/ui/house-state/house-state.tsx'
import { Notice } from '@weft/ui/notice/notice.tsx'
import { TextArea } from '@weft/ui/text-area/text-area.tsx'
import { TextField } from '@weft/ui/text-field/text-field.tsx'
import { useState } from 'react'
import { useScreen } from '../../shell/frame.tsx'
import { usePlace } from '../../shell/router.tsx'
import { useSessions } from '../../shell/session.tsx'
import { useForm } from '../../shell/use-form.ts'
import { CallFailed, call } from '../../wire/call.ts'
import { useWords } from '../../words/words-provider.tsx'
import '../../shell/form.css'

/**
 * What somebody thinks of Weft, sent as nobody's: neither who they are nor an id that could lead to them goes with it. What is typed here is in
 * no store of this device, so that whoever opens the phone later finds nothing.
 */
export default function Feedback() {
  const { standing } = useSessions()
  // Whoever turns out to be signed in gets the page anew, and would lose what they typed before.
  if (standing.kind === 'out' && standing.isChecking) return <Loading shape="lines" />
  return <Form standing={standing} />
}

function Form({ standing }: Pick<ReturnType<typeof useSessions>, 'standing'>) {
  const words = useWords()
  const say = words.feedback
  const isIn = standing.kind === 'in'
  const isCarer = isIn && standing.session.hat === 'carer'
  const { from } = usePlace()
  const back = isIn ? (from ?? '/today') : '/'
  const [feedbackId, setFeedbackId] = useState(() => crypto.randomUUID())
  const [subject, setSubject] = useState<FeedbackSubject | null>(null)
  const [text, setText] = useState('')
  const [email, setEmail] = useState('')
  const [isSent, setSent] = useState(false)

  const form = useForm({
    check: () => [
      !subject && { fieldId: 'subject', message: say.errors.subject },
      text.trim() === '' && { fieldId: 'text', message: say.errors.text },
      codePoints(text) > FEEDBACK_MAX && { fieldId: 'text', message: say.errors.long },
      email.trim() !== '' && !Email.safeParse(email).success && { fieldId: 'email', message: say.errors.email },
    ],
    async act() {
      // The part of the app alone: what follows may name a goal or a conversation.
      const screen = from && `/${from.split('/')[1]}`
      await call(sendFeedback, {
        feedbackId,
        subject: subject ?? 'other',
        text,
        language: feedbackLanguages.find((one) => one === words.language.code) ?? 'en',
        ...(email.trim() && { email }),
        ...(screen && { screen }),
        ...(isIn && { hat: isCarer ? 'carer' : 'patient' }),
      })
      setSent(true)
      setText('')
    },
    explain: (error) =>
      error instanceof CallFailed && error.code === 'offline'
        ? [{ fieldId: form.buttonId, message: say.errors.offline }]
        : undefined,
  })
  useScreen({ title: isSent ? say.thanks : say.title, tabTitle: say.title, back })

  /** Other words are another piece: what went before may have arrived although no answer came. */
  const change = (act: () => void, field: string) => {
    act()
    setFeedbackId(crypto.randomUUID())
    form.mend(field)
  }
  if (isSent) {
    return (
      <div className="form">
        <Notice tone="ok">
          <p role="status">{email.trim() ? `${say.thanksAnswer} ${say.thanksGone}` : say.thanksGone}</p>
        </Notice>
        <LinkButton kind="primary" block href={isIn ? '/today' : '/'}>
          {say.back}
        </LinkButton>
      </div>
    )
  }
  return (
    <form className="form" onSubmit={form.onSubmit} noValidate autoComplete="off">
      <ErrorSummary errors={form.errors} words={{ title: words.problem.summary }} />
      <p className="form__intro">{say.intro}</p>
      <Notice
        tone="warn"
        title={say.careTitle}
        action={<LinkButton href={words.help.page}>{words.app.help}</LinkButton>}
      >
        <p>{say.care}</p>
      </Notice>
      <RadioGroup
        id="subject"
        legend={say.subject}
        error={form.errorOf('subject')}
        value={subject}
        onChange={(value) => change(() => setSubject(value), 'subject')}
        options={feedbackSubjects.map((value) => ({ value, label: say.subjects[value] }))}
      />
      <TextArea
        id="text"
        label={say.text}
        hint={say.textHint}
        error={form.errorOf('text')}
        rows={6}
        maxLength={FEEDBACK_MAX}
        value={text}
        onChange={(event) => change(() => setText(event.target.value), 'text')}
      />
      <TextField
        id="email"
        label={say.email}
        isOptional
        hint={say.emailHint}
        error={form.errorOf('email')}
        type="email"
        inputMode="email"
        dir="ltr"
        value={email}
        onChange={(event) => {
          form.mend('email')
          setEmail(event.target.value)
        }}
      />
      <p className="form__intro">{isCarer ? say.sentWithCarer : say.sentWith}</p>
      <Button id={form.buttonId} type="submit" kind="primary" block busy={form.isBusy ? say.sending : undefined}>
        {say.send}
      </Button>
    </form>
  )
}
