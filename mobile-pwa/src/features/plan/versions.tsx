import { Loading } from '@weft/ui/house-state/house-state.tsx'
import { type ReactNode, useState } from 'react'
import { problemWords } from '../../words/problem-words.ts'
import { useDates, useWords } from '../../words/words-provider.tsx'

interface Version {
  version: number
  savedAt: string
  byName?: string | undefined
  byRole?: string | undefined
}

interface VersionsProps<V extends Version> {
  load: () => Promise<{ versions: readonly V[] }>
  show: (version: V) => ReactNode
}

/** What a text was each time it was saved, newest first. Read when asked for, and not kept on the phone. */
export function Versions<V extends Version>({ load, show }: VersionsProps<V>) {
  const words = useWords()
  const { plan: say } = words
  const dates = useDates()
  const [versions, setVersions] = useState<readonly V[]>()
  const [problem, setProblem] = useState<string>()
  const open = () => {
    if (versions) return
    setProblem(undefined)
    load().then(
      (answer) => setVersions(answer.versions),
      (error) => setProblem(problemWords(error, words)),
    )
  }
  const titleOf = ({ savedAt, byName, byRole }: V) => {
    const when = `${dates.day(savedAt)}, ${dates.time(savedAt)}`
    return byName ? say.versionBy(when, [byName, byRole].filter(Boolean).join(', ')) : say.version(when)
  }
  return (
    <details className="plan__fold" data-print="no" onToggle={(event) => event.currentTarget.open && open()}>
      <summary>{say.versions}</summary>
      {problem && <p role="status">{problem}</p>}
      {!versions && !problem && <Loading shape="lines" />}
      {versions?.map((version) => (
        <details key={version.version} className="plan__fold">
          <summary>{titleOf(version)}</summary>
          {show(version)}
        </details>
      ))}
    </details>
  )
}
