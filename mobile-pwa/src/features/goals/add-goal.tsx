import { uuidv7 } from '@weft/channels/client'
import { type GoalType, goalTypes, WHY_MAX, WORDS_MAX } from '@weft/contract/goals/shapes.ts'
import { codePoints } from '@weft/contract/scalars.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { Checkbox, RadioGroup } from '@weft/ui/choice/choice.tsx'
import { ErrorSummary } from '@weft/ui/error-summary/error-summary.tsx'
import { TextArea } from '@weft/ui/text-area/text-area.tsx'
import { TextField } from '@weft/ui/text-field/text-field.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { useState } from 'react'
import { useScreen } from '../../shell/frame.tsx'
import { go } from '../../shell/router.tsx'
import { useForm } from '../../shell/use-form.ts'
import { useKeptDraft } from '../../shell/use-kept-draft.ts'
import { useWords } from '../../words/words-provider.tsx'
import { useSharing } from '../privacy/use-sharing.ts'
import { useGoals } from './use-goals.ts'
import '../../shell/form.css'
import './goals.css'

/** A goal that is not saved yet. */
interface BegunGoal {
  text: string
  why?: string
  type?: GoalType
  step?: string
}

const blank: BegunGoal = { text: '' }

const isTooLong = (words: string, max: number) => codePoints(words.trim()) > max

/** One question first; then what may be left out, with who can see it beside Save (experience.md P16). */
export default function AddGoal() {
  const words = useWords()
  const say = words.goals.new
  const { draft = blank, change, clear } = useKeptDraft<BegunGoal>('goals/new', blank)
  const [hasAsked, setAsked] = useState(false)
  const form = useForm({
    check: () => [
      !draft.text.trim() && { fieldId: 'words', message: say.errors.words },
      isTooLong(draft.text, WORDS_MAX) && { fieldId: 'words', message: say.errors.long },
    ],
    act: async () => setAsked(true),
  })
  useScreen({ title: say.title, back: '/goals' })

  if (hasAsked)
    return <More begun={draft} onChange={change} onBack={() => setAsked(false)} onSaved={() => clear(blank)} />
  return (
    <form className="form" onSubmit={form.onSubmit} noValidate>
      <ErrorSummary errors={form.errors} words={{ title: words.problem.summary }} />
      <TextArea
        id="words"
        label={say.question}
        hint={say.hint}
        error={form.errorOf('words')}
        maxLength={WORDS_MAX}
        value={draft.text}
        onChange={(event) => {
          form.mend('words')
          change({ ...draft, text: event.target.value })
        }}
      />
      <Button id={form.buttonId} type="submit" kind="primary" block>
        {say.continue}
      </Button>
    </form>
  )
}

interface MoreProps {
  begun: BegunGoal
  onChange: (begun: BegunGoal) => void
  onBack: () => void
  onSaved: () => Promise<void>
}

const onlyMe = 'me'

function More({ begun, onChange, onBack, onSaved }: MoreProps) {
  const words = useWords()
  const say = words.goals.new
  const toast = useToast()
  const { act } = useGoals()
  const { services, start } = useSharing()
  // Pressed twice, it is one goal.
  const [ids] = useState(() => ({ goalId: uuidv7(), stepId: uuidv7() }))
  const { text, why = '', type = null, step = '' } = begun
  const [isTogether, setTogether] = useState(false)
  const [who, setWho] = useState<string>(onlyMe)
  const open = services.filter((service) => !service.isLeaving)

  const save = async (isDraft: boolean) => {
    const { goalId, stepId } = ids
    await act('goal.add', {
      goalId,
      words: text.trim(),
      type: type ?? 'other',
      ...(why.trim() && { why: why.trim() }),
      ...(isTogether && { origin: 'with_worker' as const }),
      ...(isDraft && { isDraft: true as const }),
    })
    if (step.trim()) await act('step.add', { goalId, stepId, text: step.trim() })
    if (who !== onlyMe) await start({ serviceId: who, scope: `goal:${goalId}` }, 'everything')
    await onSaved()
    toast({ text: isDraft ? say.savedLater : say.saved })
    go(`/goals/${goalId}`, { replace: true })
  }
  const check = () => [
    isTooLong(why, WHY_MAX) && { fieldId: 'why', message: say.errors.long },
    isTooLong(step, WORDS_MAX) && { fieldId: 'step', message: say.errors.long },
  ]
  const form = useForm({ check, act: () => save(false) })
  const later = () => {
    const found = check().filter((one) => one !== false)
    if (found.length > 0) form.fail(found)
    else void save(true)
  }

  return (
    <form className="form" onSubmit={form.onSubmit} noValidate>
      <ErrorSummary errors={form.errors} words={{ title: words.problem.summary }} />
      <div className="goal-said">
        <p>
          <span className="visually-hidden">{say.yours}: </span>
          <bdi dir="auto">{text.trim()}</bdi>
        </p>
        <Button kind="quiet" onClick={onBack}>
          {say.change}
        </Button>
      </div>
      <RadioGroup
        legend={say.type}
        hint={say.restHint}
        look="chips"
        value={type}
        onChange={(picked) => onChange({ ...begun, type: picked })}
        options={goalTypes.map((value) => ({ value, label: words.goals.types[value] }))}
      />
      <TextArea
        id="why"
        label={say.why}
        isOptional
        rows={2}
        maxLength={WHY_MAX}
        error={form.errorOf('why')}
        value={why}
        onChange={(event) => {
          form.mend('why')
          onChange({ ...begun, why: event.target.value })
        }}
      />
      <TextField
        id="step"
        label={say.step}
        isOptional
        error={form.errorOf('step')}
        value={step}
        onChange={(event) => {
          form.mend('step')
          onChange({ ...begun, step: event.target.value })
        }}
      />
      {open.length > 0 && (
        <Checkbox label={say.together} checked={isTogether} onChange={(event) => setTogether(event.target.checked)} />
      )}
      <RadioGroup
        legend={say.who}
        hint={say.whoHint}
        value={who}
        onChange={setWho}
        options={[
          { value: onlyMe, label: words.goals.onlyMe },
          ...open.map((service) => ({ value: service.serviceId, label: <bdi>{service.name}</bdi> })),
        ]}
      />
      <Button id={form.buttonId} type="submit" kind="primary" block>
        {say.save}
      </Button>
      <Button block onClick={later}>
        {say.later}
      </Button>
    </form>
  )
}
