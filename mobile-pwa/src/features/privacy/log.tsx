import { type AccessLogLine, listAccessLog } from '@weft/contract/audit/operations.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { Empty, Failed, Loading } from '@weft/ui/house-state/house-state.tsx'
import { ListRow, RowList } from '@weft/ui/list-row/list-row.tsx'
import { Notice } from '@weft/ui/notice/notice.tsx'
import { useCallback, useEffect, useState } from 'react'
import { useScreen } from '../../shell/frame.tsx'
import { CallFailed, call } from '../../wire/call.ts'
import type { Words } from '../../words/words.ts'
import { useDates, useWords } from '../../words/words-provider.tsx'
import './privacy.css'

interface Read {
  lines: readonly AccessLogLine[]
  /** The day from which earlier ones are asked for. */
  next?: string | undefined
}

/** Who has looked at what is mine, when and why, newest day first. Needs the internet: it is never kept on the device. */
export default function Log() {
  const words = useWords()
  const say = words.privacy.log
  const dates = useDates()
  const [read, setRead] = useState<Read>()
  const [failed, setFailed] = useState<CallFailed>()
  useScreen({ title: say.title, back: '/privacy' })

  const load = useCallback((before?: string) => {
    setFailed(undefined)
    call(listAccessLog, { ...(before && { before }) }).then(
      ({ lines, next }) =>
        setRead((earlier) => ({ lines: [...(before ? (earlier?.lines ?? []) : []), ...lines], next })),
      (error) => error instanceof CallFailed && setFailed(error),
    )
  }, [])
  useEffect(() => load(), [load])

  const problem =
    failed?.code === 'offline' ? (
      <Notice tone="info">{words.settings.needsInternet}</Notice>
    ) : (
      failed && <Failed onTryAgain={() => load(read?.next)} reference={failed.problem?.requestId} />
    )
  if (!read) return problem ?? <Loading shape="rows" onTryAgain={() => load()} />
  const days = [...new Set(read.lines.map((line) => line.on))]
  return (
    <div className="privacy">
      <p>{say.about}</p>
      {days.length === 0 && <Empty>{say.nobody}</Empty>}
      {days.map((day) => (
        <section key={day} className="privacy__part" aria-labelledby={`day-${day}`}>
          <h2 id={`day-${day}`}>{dates.day(`${day}T12:00:00Z`)}</h2>
          <RowList label={dates.day(`${day}T12:00:00Z`)}>
            {read.lines
              .filter((line) => line.on === day)
              .map((line) => (
                <ListRow
                  key={line.lineId}
                  title={sentenceOf(line, say)}
                  detail={[
                    line.organisation,
                    line.times > 1
                      ? say.times(line.times, dates.time(line.firstAt), dates.time(line.lastAt))
                      : dates.time(line.firstAt),
                    say.reasons[line.purpose as keyof typeof say.reasons] ?? '',
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                />
              ))}
          </RowList>
        </section>
      ))}
      {problem}
      {read.next && !problem && <Button onClick={() => load(read.next)}>{say.earlier}</Button>}
    </div>
  )
}

function sentenceOf(line: AccessLogLine, say: Words['privacy']['log']): string {
  const who = [line.name || say.somebody, line.role].filter(Boolean).join(', ')
  const what = say.kinds[line.itemKind as keyof typeof say.kinds] ?? say.other
  const did = say.acts[line.action as keyof typeof say.acts] ?? say.acts.read
  return did(who, what)
}
