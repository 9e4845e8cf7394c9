import type { Help } from '@weft/contract/own/choices.ts'
import { LinkButton } from '@weft/ui/button/button.tsx'
import { Check } from 'lucide-react'
import { useId } from 'react'
import { useOwn } from '../../shell/own.tsx'
import { useWords } from '../../words/words-provider.tsx'
import { useTrackers } from '../track/use-trackers.ts'

/** “How are things?”: one button for each tracker that the person chose, ticked when today has it. */
export function QuickLog() {
  const words = useWords()
  const id = useId()
  const { trackers, today } = useTrackers()
  const { helpWith } = useOwn('choices').slice
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
    ...(wants('writing') ? [{ href: '/diary', label: words.today.diary, isDone: false }] : []),
  ]
  if (buttons.length === 0) return null
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
      </ul>
    </section>
  )
}
