import { uuidv7 } from '@weft/channels/client'
import { askForExport, openExport } from '@weft/contract/my-data/operations.ts'
import type { Export } from '@weft/contract/my-data/shapes.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { ListRow, RowList } from '@weft/ui/list-row/list-row.tsx'
import { Notice } from '@weft/ui/notice/notice.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { FileUp, UserX } from 'lucide-react'
import { useId, useState } from 'react'
import { useScreen } from '../../shell/frame.tsx'
import { useOwn } from '../../shell/own.tsx'
import { useReachable } from '../../shell/use-reachable.ts'
import { CallFailed, call } from '../../wire/call.ts'
import { problemWords, waitWords } from '../../words/problem-words.ts'
import { useDates, useWords } from '../../words/words-provider.tsx'
import { needsProof, ProveIt } from './prove-it.tsx'
import { saveArchive } from './save-file.ts'
import '../../shell/form.css'
import './settings.css'

type Act = { is: 'ask' } | { is: 'open'; exportId: string }

/** Taking everything of one's own along (experience.md P24). A file is asked for, comes on each device, and opens for a day. */
export default function MyData() {
  const words = useWords()
  const say = words.myData
  const toast = useToast()
  const isReachable = useReachable()
  const { slice, personId } = useOwn('exports')
  const [busy, setBusy] = useState<Act>()
  const [unproven, setUnproven] = useState<Act>()
  const titleId = useId()
  useScreen({ title: say.title, back: '/settings' })
  const exports = slice?.exports ?? []

  const act = async (wanted: Act) => {
    setUnproven(undefined)
    setBusy(wanted)
    try {
      if (wanted.is === 'ask') await call(askForExport, { personId, exportId: uuidv7() })
      else {
        const { fileName, archive } = await call(openExport, { personId, exportId: wanted.exportId })
        saveArchive(fileName, archive)
        toast({ text: say.file.opened })
      }
    } catch (error) {
      if (needsProof(error)) setUnproven(wanted)
      else toast({ text: problemOf(error) })
    } finally {
      setBusy(undefined)
    }
  }
  const problemOf = (error: unknown): string => {
    if (!(error instanceof CallFailed)) return problemWords(error, words)
    if (error.code === 'not-found') return say.file.gone
    const seconds = error.problem?.retryAfter ?? 0
    if (error.code === 'too-many' && seconds > 3_600)
      return say.file.tooMany(say.file.hours(Math.ceil(seconds / 3_600)))
    return error.code === 'too-many' ? say.file.tooMany(waitWords(seconds, words)) : problemWords(error, words)
  }

  if (unproven) return <ProveIt onProven={() => void act(unproven)} onStop={() => setUnproven(undefined)} />
  const isWaiting = exports.some(({ readyAt, failedAt }) => !readyAt && !failedAt)
  return (
    <div className="settings">
      <section className="settings__part" aria-labelledby={titleId}>
        <h2 id={titleId}>{say.file.title}</h2>
        <p>{say.file.intro}</p>
        <p>{say.file.holds}</p>
        {!isReachable && <Notice tone="info">{words.settings.needsInternet}</Notice>}
        <div className="settings__part" role="status">
          {exports.map((one) => (
            <OneFile
              key={one.exportId}
              file={one}
              isBusy={busy?.is === 'open' && busy.exportId === one.exportId}
              onOpen={() => void act({ is: 'open', exportId: one.exportId })}
            />
          ))}
        </div>
        {!isWaiting && (
          <Button
            kind={exports.length > 0 ? 'secondary' : 'primary'}
            busy={busy?.is === 'ask' ? say.file.asking : undefined}
            onClick={() => void act({ is: 'ask' })}
          >
            {exports.length > 0 ? say.file.again : say.file.ask}
          </Button>
        )}
      </section>
      <RowList label={say.title}>
        <ListRow icon={FileUp} title={say.bring.title} href="/settings/import" />
        <ListRow icon={UserX} title={say.close.title} href="/settings/close" />
      </RowList>
    </div>
  )
}

function OneFile({ file, isBusy, onOpen }: { file: Export; isBusy: boolean; onOpen: () => void }) {
  const { file: say } = useWords().myData
  const dates = useDates()
  if (file.failedAt)
    return (
      <Notice tone="info" title={say.failed}>
        <p>{say.failedNext}</p>
      </Notice>
    )
  if (!file.endsAt)
    return (
      <Notice tone="info" title={say.readyBy(dates.time(file.readyBy))}>
        <p>{say.stay}</p>
      </Notice>
    )
  return (
    <Notice
      tone="ok"
      title={say.ready}
      action={
        <Button kind="primary" busy={isBusy ? say.opening : undefined} onClick={onOpen}>
          {say.open}
        </Button>
      }
    >
      <p>{say.opens(`${dates.time(file.endsAt)}, ${dates.day(file.endsAt)}`)}</p>
      <p>{say.careful}</p>
    </Notice>
  )
}
