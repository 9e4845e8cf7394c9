import { listEntryHistory } from '@weft/contract/diary/operations.ts'
import type { DiaryEntry, DiaryVersion } from '@weft/contract/diary/shapes.ts'
import { Loading } from '@weft/ui/house-state/house-state.tsx'
import { useState } from 'react'
import { useOwned } from '../../shell/own.tsx'
import { call } from '../../wire/call.ts'
import { problemWords } from '../../words/problem-words.ts'
import { useDates, useWords } from '../../words/words-provider.tsx'
import { Text } from './choose-words.tsx'

/** What it said before. The owner's alone, so it is read when asked for and not kept on the phone. */
export function EntryHistory({ entry }: { entry: DiaryEntry }) {
  const words = useWords()
  const { diary: say } = words
  const dates = useDates()
  const { personId } = useOwned()
  const [versions, setVersions] = useState<readonly DiaryVersion[]>()
  const [problem, setProblem] = useState<string>()
  const load = () => {
    if (versions) return
    setProblem(undefined)
    call(listEntryHistory, { personId, entryId: entry.entryId }).then(
      (answer) => setVersions(answer.versions),
      (error) => setProblem(problemWords(error, words)),
    )
  }
  return (
    <details className="diary__deleted" onToggle={(event) => event.currentTarget.open && load()}>
      <summary>
        {say.changed(entry.version - 1)}. {say.before}
      </summary>
      {problem && <p role="status">{problem}</p>}
      {!versions && !problem && <Loading shape="lines" />}
      <ol className="diary-entries">
        {versions?.map((version) => (
          <li key={version.version} className="diary-entry">
            <span className="diary-entry__head">{say.until(dates.when(version.until))}</span>
            <Text text={version.text} />
          </li>
        ))}
      </ol>
    </details>
  )
}
