import { useMutation, useQueryClient } from '@tanstack/react-query'
import { uuidv7 } from '@weft/channels/client'
import { COMMENT_MAX, type SharedGoal, type TeamComment } from '@weft/contract/goals/shapes.ts'
import { commentsOf } from '@weft/contract/goals/slice.ts'
import { withdrawComment, writeComment } from '@weft/contract/goals/team.ts'
import { codePoints } from '@weft/contract/scalars.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { Confirm } from '@weft/ui/confirm/confirm.tsx'
import { TextArea } from '@weft/ui/text-area/text-area.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { useId, useState } from 'react'
import { call } from '../../shell/call.ts'
import { deviceZone } from '../../words/calendar.ts'
import { useNow } from '../../words/use-now.ts'
import { useWords } from '../../words/words.ts'
import { OfferDialog } from '../person/offer-dialog.tsx'

interface Props {
  personId: string
  personName: string
  serviceId: string
  goal: SharedGoal
}

/** What this team wrote to the person about their goal: beside it, never in it. Whether it was read is not told. */
export function GoalComments({ comments: all, ...about }: Props & { comments: readonly TeamComment[] }) {
  const { goals, time } = useWords()
  const words = goals.comments
  const { personId, personName, serviceId, goal } = about
  const id = useId()
  const now = useNow()
  const toast = useToast()
  const queries = useQueryClient()
  const [asked, setAsked] = useState<string>()
  const comments = commentsOf(all, goal.goalId)
  const withdraw = useMutation({
    mutationFn: (commentId: string) => call(withdrawComment, { personId, serviceId, goalId: goal.goalId, commentId }),
    onSuccess: () => toast({ text: words.withdrawn }),
    onError: () => toast({ text: words.notWithdrawn }),
    onSettled: () => {
      setAsked(undefined)
      return queries.invalidateQueries({ queryKey: ['goals', personId, serviceId] })
    },
  })
  if (comments.length === 0) return null
  return (
    <section className="goals__comments" aria-labelledby={id}>
      <h4 id={id}>{words.title(personName)}</h4>
      <ul className="goals__rows">
        {comments.map(({ commentId, text, byName, byRole, writtenAt, isMine }) => (
          <li key={commentId}>
            <span>
              <bdi dir="auto" className="goals__said">
                {text}
              </bdi>
              <span className="goals__due">
                {[byName, byRole, time.moment(writtenAt, deviceZone(), now)].filter(Boolean).join(' · ')}
              </span>
            </span>
            {isMine && (
              <Button kind="quiet" aria-label={words.withdrawNamed(text)} onClick={() => setAsked(commentId)}>
                {words.withdraw}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {asked && (
        <Confirm
          title={words.withdrawTitle}
          act={words.withdrawAct}
          stay={words.keep}
          busy={withdraw.isPending ? goals.form.sending : undefined}
          onAct={() => withdraw.mutate(asked)}
          onStay={() => setAsked(undefined)}
        >
          <p>{words.withdrawBody(personName)}</p>
        </Confirm>
      )}
    </section>
  )
}

/** A few words to the person, for them and this team alone. */
export function WriteComment({ personId, personName, serviceId, goal, onClose }: Props & { onClose: () => void }) {
  const { goals } = useWords()
  const words = { ...goals.form, ...goals.commentForm }
  const [commentId] = useState(() => uuidv7())
  const [text, setText] = useState('')
  const check = () => {
    if (!text.trim()) return words.missing
    return codePoints(text.trim()) > COMMENT_MAX ? words.long : undefined
  }
  const offer = () => call(writeComment, { personId, serviceId, goalId: goal.goalId, commentId, text: text.trim() })
  return (
    <OfferDialog {...{ words, personName, check, offer, onClose }} className="goals__form">
      {(error, touched) => (
        <>
          <p>
            <bdi dir="auto">{goal.words}</bdi>
          </p>
          <TextArea
            label={words.words}
            error={error}
            rows={3}
            maxLength={COMMENT_MAX}
            value={text}
            onChange={(event) => {
              touched()
              setText(event.target.value)
            }}
          />
        </>
      )}
    </OfferDialog>
  )
}
