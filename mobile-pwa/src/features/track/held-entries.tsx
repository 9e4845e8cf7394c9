import type { OutboxItem } from '@weft/channels/client'
import { Button } from '@weft/ui/button/button.tsx'
import { Notice } from '@weft/ui/notice/notice.tsx'
import { useDates, useWords } from '../../words/words-provider.tsx'
import { dayOf } from './say.ts'
import { useTrackers } from './use-trackers.ts'

const entries = ['sleep.log', 'sleep.logFull', 'problem.rate', 'mood.log', 'moment.mark']

/** Entries that the server would not have, a phone with a wrong date above all. What was written stays here until its writer lets go of it. */
export function HeldEntries() {
  const { track } = useWords()
  const dates = useDates()
  const { trackers, refused, discard } = useTrackers()
  const nameOf = ({ push, input }: OutboxItem) => {
    if (push === 'mood.log') return track.mood
    if (push === 'moment.mark') return String(input.words)
    if (push !== 'problem.rate') return track.sleep
    return trackers.problems.find((one) => one.problemId === input.problemId)?.words ?? track.problem.title
  }
  return refused
    .filter((item) => entries.includes(item.push ?? ''))
    .map((item) => (
      <Notice
        key={item.id}
        tone="danger"
        title={track.refused(nameOf(item), dayOf(String(item.input.forDate ?? item.input.onDate), dates))}
        action={<Button onClick={() => void discard(item.id)}>{track.remove}</Button>}
      >
        <p>{track.refusedWhy}</p>
        {typeof item.input.note === 'string' && <p dir="auto">{item.input.note}</p>}
      </Notice>
    ))
}
