import { type AccessLogLine, listAccessLog } from '@weft/contract/audit/operations.ts'
import { Badge } from '@weft/ui/badge/badge.tsx'
import { Button } from '@weft/ui/button/button.tsx'
import { Empty, Failed, Loading } from '@weft/ui/house-state/house-state.tsx'
import { ListRow, RowList } from '@weft/ui/list-row/list-row.tsx'
import { Notice } from '@weft/ui/notice/notice.tsx'
import { SelectField } from '@weft/ui/select-field/select-field.tsx'
import { Download, MessageCircleQuestion } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { saveCsv } from '../../shell/csv.ts'
import { useScreen } from '../../shell/frame.tsx'
import { CallFailed, call } from '../../wire/call.ts'
import { useDates, useWords } from '../../words/words-provider.tsx'
import { AskAbout } from './ask-about.tsx'
import { reasonOf, sentenceOf, whatOf, whoOf } from './log-words.ts'
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
  const more = words.privacyCentre.log
  const [failed, setFailed] = useState<CallFailed>()
  const [who, setWho] = useState('')
  const [what, setWhat] = useState('')
  const [asked, setAsked] = useState<AccessLogLine>()
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
  const shown = read.lines.filter((line) => (!who || whoOf(line, say) === who) && (!what || whatOf(line, say) === what))
  const days = [...new Set(shown.map((line) => line.on))]
  const among = (all: string, values: readonly string[]) => [
    { value: '', label: all },
    ...[...new Set(values)].sort((a, b) => a.localeCompare(b)).map((value) => ({ value, label: value })),
  ]
  const save = () =>
    saveCsv(more.file, [
      more.columns,
      ...shown.map((line) => [
        line.on,
        dates.time(line.firstAt),
        dates.time(line.lastAt),
        String(line.times),
        line.name || say.somebody,
        line.role,
        line.organisation,
        whatOf(line, say),
        sentenceOf(line, say),
        reasonOf(line, say),
      ]),
    ])
  return (
    <div className="privacy privacy__log">
      <p>{say.about}</p>
      {read.lines.length > 0 && (
        <div className="privacy__filters">
          <SelectField
            label={more.filterWho}
            value={who}
            options={among(
              more.everybody,
              read.lines.map((line) => whoOf(line, say)),
            )}
            onChange={(event) => setWho(event.target.value)}
          />
          <SelectField
            label={more.filterWhat}
            value={what}
            options={among(
              more.everything,
              read.lines.map((line) => whatOf(line, say)),
            )}
            onChange={(event) => setWhat(event.target.value)}
          />
        </div>
      )}
      {days.length === 0 && <Empty>{who || what ? more.none : say.nobody}</Empty>}
      {days.map((day) => (
        <section key={day} className="privacy__part" aria-labelledby={`day-${day}`}>
          <h2 id={`day-${day}`}>{dates.day(`${day}T12:00:00Z`)}</h2>
          <RowList label={dates.day(`${day}T12:00:00Z`)}>
            {shown
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
                    reasonOf(line, say),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                  end={
                    <>
                      {line.purpose === 'break_glass' && <Badge tone="warn">{more.emergency}</Badge>}
                      <Button
                        kind="quiet"
                        icon={MessageCircleQuestion}
                        aria-label={more.askNamed(sentenceOf(line, say))}
                        onClick={() => setAsked(line)}
                      >
                        {more.ask}
                      </Button>
                    </>
                  }
                />
              ))}
          </RowList>
        </section>
      ))}
      {problem}
      {shown.length > 0 && (
        <Button icon={Download} onClick={save}>
          {more.download}
        </Button>
      )}
      {asked && <AskAbout line={asked} onClose={() => setAsked(undefined)} />}
      {read.next && !problem && <Button onClick={() => load(read.next)}>{say.earlier}</Button>}
    </div>
  )
}
