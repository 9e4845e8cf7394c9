import type { Help } from '@weft/contract/own/choices.ts'
import { LinkButton } from '@weft/ui/button/button.tsx'
import { Check, Plus } from 'lucide-react'
import { useId } from 'react'
import { useConversations } from '../../shell/conversations.tsx'
import { useOwn } from '../../shell/own.tsx'
import { useWords } from '../../words/words-provider.tsx'
import { useTrackers } from '../track/use-trackers.ts'

/** “How are things?”: one button for each thing that the person chose, ticked when today has it; and a first step to what they have none of yet. */
export function QuickLog() {
  const words = useWords()
  const id = useId()
  const { trackers, today } = useTrackers()
  const { helpWith } = useOwn('choices').slice
  const { entries } = useOwn('diary').slice
  const firstSteps = useFirstSteps()
  const wants = (help: Help) => helpWith === undefined || helpWith.includes(help)
  const isToday = (entry: { forDate: string }) => entry.forDate === today
  const buttons = [
    ...(wants('sleep')
      ? [{ href: `/track/sleep/${today}`, label: words.today.sleep, isDone: trackers.sleep.some(isToday) }]
      : []),
    ...(wants('mood') ? [{ href: '/track/mood', label: words.today.mood, isDone: trackers.moods.some(isToday) }] : []),
    ...trackers.problems
      .filter((problem) => problem.state === 'active')
      .map(({ problemId, words: label }) => ({
        href: `/track/problems/${problemId}`,
        label,
        isDone: trackers.ratings.some((rating) => rating.problemId === problemId && isToday(rating)),
      })),
    ...(wants('writing')
      ? [{ href: '/diary', label: words.today.diary, isDone: entries.some((one) => !one.deletedAt && isToday(one)) }]
      : []),
  ]
  if (buttons.length + firstSteps.length === 0) return null
  return (
    <section className="today__block" aria-labelledby={id}>
      <h2 id={id}>{words.today.howAreThings}</h2>
      <ul className="today__quick">
        {buttons.map(({ href, label, isDone }) => (
          <li key={href}>
            <LinkButton href={href} icon={isDone ? Check : undefined}>
              <bdi dir="auto">{label}</bdi>
              {isDone && <span className="visually-hidden">{words.today.logged}</span>}
            </LinkButton>
          </li>
        ))}
        {firstSteps.map(({ href, label }) => (
          <li key={label}>
            <LinkButton href={href} icon={Plus}>
              {label}
            </LinkButton>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What the person chose and has nothing of, each with the way to the first. */
function useFirstSteps() {
  const { today: say } = useWords()
  const { helpWith = [] } = useOwn('choices').slice
  const { problems } = useOwn('trackers').slice
  const { goals } = useOwn('goals').slice
  const { rows } = useConversations()
  const team = rows?.find((row) => row.state === 'open')
  const steps: Partial<Record<Help, { href: string; label: string; hasAny: boolean }>> = {
    problem: { href: '/track/choose', label: say.addProblem, hasAny: problems.some((one) => one.state !== 'retired') },
    goals: { href: '/goals/new', label: say.addGoal, hasAny: goals.some((one) => !one.deletedAt) },
    team: {
      href: team ? `/messages/${team.conversationId}` : '/messages',
      label: say.writeTeam,
      hasAny: !rows || rows.some((row) => row.last),
    },
  }
  return helpWith.flatMap((help) => {
    const step = steps[help]
    return step && !step.hasAny ? [step] : []
  })
}
