import { LinkButton } from '@weft/ui/button/button.tsx'
import { Card } from '@weft/ui/card/card.tsx'
import { type ReactNode, Suspense } from 'react'
import { useConversations } from '../../shell/conversations.tsx'
import { useOwn, useOwned } from '../../shell/own.tsx'
import { ownScreen } from '../../shell/own-screen.tsx'
import { useWords } from '../../words/words-provider.tsx'
import { DueReminders } from '../notices/due-reminders.tsx'
import { useChoicesWaiting } from '../privacy/use-choices-waiting.ts'
import { QuestionsDue } from '../questions/questions-due.tsx'
import { useTrackers } from '../track/use-trackers.ts'
import { CopingIdea } from './coping-idea.tsx'
import { hasBegun } from './has-begun.ts'
import { NextStep } from './next-step.tsx'
import { QuickLog } from './quick-log.tsx'
import { HaveCode, Welcome } from './welcome.tsx'

const ChoiceCard = ownScreen(() => import('../privacy/choice-card.tsx'), ['privacyCentre'])

/** What waits for the person from their team: the first set of questions, else the first new comment, else the first goal that somebody suggested. */
function FromTheTeam() {
  const words = useWords()
  const { sets } = useOwn('questions').slice
  const { suggestions, comments, goals } = useOwn('goals').slice
  if (sets.some((set) => !set.submittedAt)) return <QuestionsDue max={1} />
  const isThere = (goalId: string) => goals.some((goal) => goal.goalId === goalId && !goal.deletedAt)
  const comment = comments.find((one) => one.isNew && isThere(one.goalId))
  if (comment)
    return (
      <Card
        title={words.today.comment}
        action={<LinkButton href={`/goals/${comment.goalId}`}>{words.today.look}</LinkButton>}
      >
        <p>{words.today.commentBy(comment.byName)}</p>
      </Card>
    )
  const [suggestion] = suggestions
  if (!suggestion) return null
  return (
    <Card title={words.today.suggested} action={<LinkButton href="/goals">{words.today.look}</LinkButton>}>
      <p>{words.today.suggestedBy(suggestion.byName)}</p>
    </Card>
  )
}

/** A choice about sharing that waits for a yes or a no. */
function Choice() {
  const { asks, old } = useChoicesWaiting()
  if (asks.length + old.length === 0) return null
  return (
    <Suspense>
      <ChoiceCard />
    </Suspense>
  )
}

/**
 * What is the person's own: what is due, how things are, the next small step, something that helps; then what stands below. All at once when it
 * is known: blocks that come one after the other would push each other down.
 */
export default function OwnToday({ children }: { children: ReactNode }) {
  const { today } = useTrackers()
  const { state, status } = useOwned()
  const hasNoService = useConversations().rows?.length === 0
  const isNew = !state || !hasBegun(state)
  if (!state && status === 'joining') return null
  return (
    <>
      {hasNoService && isNew && <Welcome today={today} />}
      <DueReminders />
      <FromTheTeam />
      <Choice />
      <QuickLog />
      <NextStep />
      <CopingIdea day={today} />
      {hasNoService && !isNew && <HaveCode />}
      {children}
    </>
  )
}
