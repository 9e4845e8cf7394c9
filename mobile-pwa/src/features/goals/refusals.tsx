import type { OutboxItem } from '@weft/channels/client'
import { Button } from '@weft/ui/button/button.tsx'
import { Notice } from '@weft/ui/notice/notice.tsx'
import type { Words } from '../../words/words.ts'
import { useWords } from '../../words/words-provider.tsx'
import { Conflict } from './conflict.tsx'
import { type ActName, goalOf, useGoals } from './use-goals.ts'

/** Acts of this device that the server would not do as they are; on a goal's page those of that goal. Nothing is dropped but by its writer. */
export function Refusals({ goalId }: { goalId?: string }) {
  const { refused } = useGoals()
  return refused
    .filter((item) => !goalId || goalOf(item) === goalId)
    .map((item) =>
      item.problem?.code === 'conflict' ? (
        <Conflict key={item.id} item={item} />
      ) : (
        <Refusal key={item.id} item={item} />
      ),
    )
}

function Refusal({ item }: { item: OutboxItem }) {
  const { goals: own } = useWords()
  const say = own.refused
  const { discard } = useGoals()
  return (
    <Notice
      tone="danger"
      title={reasonOf(item, say)}
      action={<Button onClick={() => void discard(item.id)}>{say.ok}</Button>}
    >
      <p>
        <bdi dir="auto">{whatOf(item, own)}</bdi>
      </p>
    </Notice>
  )
}

function reasonOf({ problem, push }: OutboxItem, say: Words['goals']['refused']): string {
  if (problem?.code === 'wrong-state') return push === 'goal.rate' ? say.tooMany : say.state
  return problem?.code === 'not-found' ? say.gone : say.full
}

/** What they wrote, or what they wanted done. */
function whatOf({ push, input }: OutboxItem, own: Words['goals']): string {
  const acts: Partial<Record<ActName | string, string>> = own.refused.acts
  const written = [input.words, input.text, input.notes, input.reflection].find((one) => typeof one === 'string')
  if (typeof written === 'string') return written
  if (push === 'goal.rate') return own.rating.of(String(input.value))
  return acts[push ?? ''] ?? own.refused.change
}
