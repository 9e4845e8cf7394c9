import {
  type Goal,
  type GoalType,
  goalTypes,
  NOTES_MAX,
  WHO_MAX,
  WHY_MAX,
  WORDS_MAX,
} from '@weft/contract/goals/shapes.ts'
import { findGoal } from '@weft/contract/goals/slice.ts'
import { codePoints } from '@weft/contract/scalars.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { RadioGroup } from '@weft/ui/choice/choice.tsx'
import { ErrorSummary } from '@weft/ui/error-summary/error-summary.tsx'
import { TextArea } from '@weft/ui/text-area/text-area.tsx'
import { TextField } from '@weft/ui/text-field/text-field.tsx'
import { useScreen } from '../../shell/frame.tsx'
import { NotHere } from '../../shell/not-here.tsx'
import { OwnLoading } from '../../shell/own-loading.tsx'
import { goBack } from '../../shell/router.tsx'
import { useForm } from '../../shell/use-form.ts'
import { useKeptDraft } from '../../shell/use-kept-draft.ts'
import { useWords } from '../../words/words-provider.tsx'
import { ShareLine } from '../privacy/share-line.tsx'
import { type ActInput, typeScopeOf, useGoals } from './use-goals.ts'
import '../../shell/form.css'
import './goals.css'

export default function EditGoal({ params }: { params: { id?: string } }) {
  const { goals: words } = useWords()
  const { goals, isKnown } = useGoals()
  const goal = findGoal(goals, params.id ?? '')
  useScreen({ title: words.edit.title, back: `/goals/${params.id}` })
  if (!isKnown) return <OwnLoading shape="lines" />
  if (!goal || goal.deletedAt) return <NotHere />
  return <Form key={goal.goalId} goal={goal} />
}

const fields = ['words', 'why', 'type', 'targetDate', 'whoCouldHelp', 'notes'] as const
type Field = (typeof fields)[number]
const longest: Partial<Record<Field, number>> = {
  words: WORDS_MAX,
  why: WHY_MAX,
  whoCouldHelp: WHO_MAX,
  notes: NOTES_MAX,
}

/** What was begun, and what the goal was when it was. */
interface Begun {
  was: Goal
  now: Partial<Record<Field, string>>
}

/** Sends only what was changed, and what it was when the person began: another device may change it meanwhile. */
function Form({ goal }: { goal: Goal }) {
  const words = useWords()
  const say = words.goals.edit
  const { errors } = words.goals.new
  const { act } = useGoals()
  const asItIs: Begun = { was: goal, now: { ...goal } }
  const { draft = asItIs, change, clear } = useKeptDraft<Begun>(`goal:${goal.goalId}`, asItIs)
  const { was, now } = draft
  const set = (field: Field, value: string) => change({ was, now: { ...now, [field]: value } })
  const wordsOf = (field: Field) => now[field]?.trim() || null
  const changed = fields.filter((field) => wordsOf(field) !== (was[field] ?? null))

  const form = useForm({
    check() {
      return [
        !wordsOf('words') && { fieldId: 'words', message: errors.words },
        ...fields.map((field) => {
          const max = longest[field]
          return max !== undefined && codePoints(wordsOf(field) ?? '') > max && { fieldId: field, message: errors.long }
        }),
      ]
    },
    async act() {
      if (changed.length > 0) {
        await act('goal.change', {
          goalId: goal.goalId,
          ...Object.fromEntries(changed.map((field) => [field, wordsOf(field)])),
          was: Object.fromEntries(changed.map((field) => [field, was[field] ?? null])),
        } as ActInput<'goal.change'>)
      }
      await clear(asItIs)
      goBack(`/goals/${goal.goalId}`)
    },
  })
  const ofField = (field: Field) => ({
    id: field,
    error: form.errorOf(field),
    value: now[field] ?? '',
    onChange: (event: { target: { value: string } }) => {
      form.mend(field)
      set(field, event.target.value)
    },
  })

  return (
    <form className="form" onSubmit={form.onSubmit} noValidate>
      <ErrorSummary errors={form.errors} words={{ title: words.problem.summary }} />
      <TextArea label={say.words} maxLength={WORDS_MAX} {...ofField('words')} />
      <TextArea label={say.why} isOptional rows={2} maxLength={WHY_MAX} {...ofField('why')} />
      <TextField type="date" label={say.target} isOptional dir="ltr" {...ofField('targetDate')} />
      <TextField label={say.who} isOptional {...ofField('whoCouldHelp')} />
      <TextArea label={say.notes} isOptional maxLength={NOTES_MAX} {...ofField('notes')} />
      <RadioGroup
        legend={say.type}
        look="chips"
        value={(now.type ?? goal.type) as GoalType}
        onChange={(type) => set('type', type)}
        options={goalTypes.map((value) => ({ value, label: words.goals.types[value] }))}
      />
      <ShareLine scope={`goal:${goal.goalId}`} under={typeScopeOf(goal)} />
      <Button id={form.buttonId} type="submit" kind="primary" block>
        {say.save}
      </Button>
    </form>
  )
}
