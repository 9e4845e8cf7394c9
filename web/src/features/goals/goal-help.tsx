import { useMutation } from '@tanstack/react-query'
import { uuidv7 } from '@weft/channels/client'
import { type SharedGoal, WORDS_MAX } from '@weft/contract/goals/shapes.ts'
import { rateTogether, suggestStep } from '@weft/contract/goals/team.ts'
import { codePoints } from '@weft/contract/scalars.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { Dialog } from '@weft/ui/dialog/dialog.tsx'
import { RatingScale } from '@weft/ui/rating-scale/rating-scale.tsx'
import { TextArea } from '@weft/ui/text-area/text-area.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { useState } from 'react'
import { call, codeOf } from '../../shell/call.ts'
import { useWords } from '../../words/words.ts'
import { OfferDialog } from '../person/offer-dialog.tsx'
import { WriteComment } from './goal-comments.tsx'

interface Props {
  personId: string
  personName: string
  serviceId: string
  goal: SharedGoal
}

/** What a team may do beside somebody about a goal: have a step in mind and ask how close they are while it is under way; comment unless it was let go. */
export function GoalHelp(props: Props) {
  const { goals: words } = useWords()
  const [asked, setAsked] = useState<'step' | 'rating' | 'comment'>()
  const close = () => setAsked(undefined)
  const { state, words: goalWords } = props.goal
  if (state === 'let_go') return null
  return (
    <>
      {state === 'active' && (
        <>
          <Button kind="quiet" aria-label={words.stepForm.openNamed(goalWords)} onClick={() => setAsked('step')}>
            {words.stepForm.open}
          </Button>
          <Button kind="quiet" aria-label={words.rateForm.openNamed(goalWords)} onClick={() => setAsked('rating')}>
            {words.rateForm.open}
          </Button>
        </>
      )}
      <Button kind="quiet" aria-label={words.commentForm.openNamed(goalWords)} onClick={() => setAsked('comment')}>
        {words.commentForm.open}
      </Button>
      {asked === 'step' && <SuggestStep {...props} onClose={close} />}
      {asked === 'rating' && <RateTogether {...props} onClose={close} />}
      {asked === 'comment' && <WriteComment {...props} onClose={close} />}
    </>
  )
}

type Form = Props & { onClose: () => void }

function SuggestStep({ personId, personName, serviceId, goal, onClose }: Form) {
  const { goals } = useWords()
  const words = { ...goals.form, ...goals.stepForm }
  const [suggestionId] = useState(() => uuidv7())
  const [text, setText] = useState('')
  const check = () => {
    if (!text.trim()) return words.missing
    return codePoints(text.trim()) > WORDS_MAX ? words.long : undefined
  }
  const offer = () => call(suggestStep, { personId, serviceId, goalId: goal.goalId, suggestionId, text: text.trim() })
  return (
    <OfferDialog {...{ words, personName, check, offer, onClose }} className="goals__form">
      {(error, touched) => (
        <TextArea
          label={words.words}
          error={error}
          rows={2}
          maxLength={WORDS_MAX}
          value={text}
          onChange={(event) => {
            touched()
            setText(event.target.value)
          }}
        />
      )}
    </OfferDialog>
  )
}

/** Only with the person there: the number is theirs, and the worker's name stands beside it. */
function RateTogether({ personId, personName, serviceId, goal, onClose }: Form) {
  const { goals, conversation } = useWords()
  const words = goals.rateForm
  const toast = useToast()
  const [ratingId] = useState(() => uuidv7())
  const [value, setValue] = useState<number>()
  const { goalId } = goal
  const rate = useMutation({
    mutationFn: (said: number) =>
      call(rateTogether, { personId, serviceId, goalId, ratingId, value: said, isPersonPresent: true }),
    onSuccess: () => {
      toast({ text: words.done(personName) })
      onClose()
    },
    onError: (error) =>
      toast({ text: codeOf(error) === 'wrong-state' ? words.full(personName) : conversation.problem }),
  })
  return (
    <Dialog
      title={words.title(personName)}
      keepOpen
      onClose={onClose}
      foot={
        value !== undefined && (
          <Button
            kind="primary"
            busy={rate.isPending ? goals.form.sending : undefined}
            onClick={() => rate.mutate(value)}
          >
            {words.act(personName)}
          </Button>
        )
      }
    >
      <div className="goals__form">
        <p>
          <bdi dir="auto">{goal.words}</bdi>
        </p>
        <p>{words.lead(personName)}</p>
        <RatingScale
          legend={words.legend}
          value={value ?? null}
          onChange={setValue}
          low={words.low}
          high={words.high}
        />
      </div>
    </Dialog>
  )
}
