import { Button } from '@weft/ui/button/button.tsx'
import { Notice } from '@weft/ui/notice/notice.tsx'
import { useWords } from '../../words/words-provider.tsx'
import { useTrackers } from './use-trackers.ts'

/** Names that the server would not have: given on two devices, or of a sixth problem. Both are here, and the person chooses. */
export function HeldNames() {
  const { track } = useWords()
  const { choosing } = track
  const { trackers, refused, push, discard } = useTrackers()
  return refused.map((item) => {
    const words = String(item.input.words ?? '')
    const problem = trackers.problems.find((one) => one.problemId === item.input.problemId)
    if (item.push === 'problem.rename' && problem) {
      const keepMine = async () => {
        await push('problem.rename', { problemId: problem.problemId, words, baseVersion: problem.version })
        await discard(item.id)
      }
      return (
        <Notice
          key={item.id}
          tone="warn"
          title={choosing.conflict}
          action={
            <>
              <Button onClick={() => void keepMine()}>{choosing.keepMine(words)}</Button>
              <Button onClick={() => void discard(item.id)}>{choosing.keepMine(problem.words)}</Button>
            </>
          }
        />
      )
    }
    if (item.push !== 'problem.add' && item.push !== 'problem.resume') return null
    return (
      <Notice
        key={item.id}
        tone="warn"
        title={choosing.notAdded(words || (problem?.words ?? ''))}
        action={<Button onClick={() => void discard(item.id)}>{choosing.gotIt}</Button>}
      />
    )
  })
}
