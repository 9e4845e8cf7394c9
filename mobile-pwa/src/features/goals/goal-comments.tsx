import type { GoalComment } from '@weft/contract/goals/shapes.ts'
import { commentsOf } from '@weft/contract/goals/slice.ts'
import { Badge } from '@weft/ui/badge/badge.tsx'
import { Button } from '@weft/ui/button/button.tsx'
import { MessageCircle } from 'lucide-react'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { createDrafts } from '../../device/drafts.ts'
import { useConversations } from '../../shell/conversations.tsx'
import { go } from '../../shell/router.tsx'
import { useStay } from '../../shell/session.tsx'
import { useDates, useWords } from '../../words/words-provider.tsx'
import { useGoals } from './use-goals.ts'

/** What workers wrote about this goal, the newest last. Being looked at is kept on one's own devices: whoever wrote is not told. */
export function GoalComments({ goalId }: { goalId: string }) {
  const { comments: say } = useWords().goals
  const id = useId()
  const { goals, act } = useGoals()
  const comments = commentsOf(goals.comments, goalId)
  const lastNew = comments.findLast((one) => one.isNew)?.commentId
  const wasNew = useStaysNew(comments)

  const told = useRef<string>(undefined)
  useEffect(() => {
    if (!lastNew || told.current === lastNew) return
    told.current = lastNew
    void act('goalComment.see', { goalId, commentId: lastNew })
  }, [act, goalId, lastNew])

  if (comments.length === 0) return null
  return (
    <section className="goal__part" aria-labelledby={id}>
      <h2 id={id}>{say.title}</h2>
      <ol className="goal-comments">
        {comments.map((comment) => (
          <Comment key={comment.commentId} comment={comment} isNew={wasNew.has(comment.commentId)} />
        ))}
      </ol>
      <p className="goals__note">{say.about}</p>
    </section>
  )
}

/** What was new when this screen first showed it says so for as long as the screen is open. */
function useStaysNew(comments: readonly GoalComment[]): ReadonlySet<string> {
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set())
  const fresh = comments.filter((one) => one.isNew && !shown.has(one.commentId)).map((one) => one.commentId)
  if (fresh.length > 0) setShown(new Set([...shown, ...fresh]))
  return shown
}

function Comment({ comment, isNew }: { comment: GoalComment; isNew: boolean }) {
  const { comments: say } = useWords().goals
  const dates = useDates()
  const { text, byName, byRole = '', serviceName, writtenAt } = comment
  const ask = useAsk(comment)
  return (
    <li className="goal-comment">
      <p className="goal-comment__who">
        <bdi>{say.who(byName, byRole, serviceName)}</bdi>
        <time dateTime={writtenAt}>{dates.when(writtenAt)}</time>
        {isNew && <Badge tone="brand">{say.new}</Badge>}
      </p>
      <p className="goal-comment__words">
        <bdi dir="auto">{text}</bdi>
      </p>
      {ask && (
        <Button kind="quiet" icon={MessageCircle} aria-label={say.askNamed(byName)} onClick={ask}>
          {say.ask}
        </Button>
      )}
    </li>
  )
}

/**
 * Opens the messages with that team, the question begun: by its day alone, since the goal may be shared with them no more. Words begun there
 * already are not touched. With nobody to ask there is nothing to press.
 */
function useAsk({ serviceId, writtenAt }: GoalComment): (() => void) | undefined {
  const { comments: say } = useWords().goals
  const dates = useDates()
  const { rows: stored } = useStay()
  const drafts = useMemo(() => createDrafts(stored), [stored])
  const { rows = [] } = useConversations()
  const thread = rows.find((row) => row.kind === 'person_team' && row.serviceId === serviceId && row.state === 'open')
  if (!thread) return undefined
  const { conversationId } = thread
  const begin = async () => {
    const begun = await drafts.get(conversationId).catch(() => undefined)
    if (!begun?.text) await drafts.put(conversationId, { text: say.draft(dates.date(writtenAt)) }).catch(() => {})
    go(`/messages/${conversationId}`)
  }
  return () => void begin()
}
