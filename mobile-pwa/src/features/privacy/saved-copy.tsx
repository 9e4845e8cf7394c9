import { type CopyContent, getCopy } from '@weft/contract/records/operations.ts'
import type { RecordCopy } from '@weft/contract/records/shapes.ts'
import { Failed, Loading } from '@weft/ui/house-state/house-state.tsx'
import { Notice } from '@weft/ui/notice/notice.tsx'
import { useCallback, useEffect, useState } from 'react'
import { useScreen } from '../../shell/frame.tsx'
import { CallFailed, call } from '../../wire/call.ts'
import { useDates, useWords } from '../../words/words-provider.tsx'
import { CopyParts } from './copy-parts.tsx'
import { noon } from './saved-copies.tsx'
import './privacy.css'

/** One copy, exactly as the team keeps it. Needs the internet: it is theirs, and is never kept on the device. */
export default function SavedCopy({ params }: { params: { id?: string } }) {
  const words = useWords()
  const say = words.privacyCentre.copies
  const dates = useDates()
  const copyId = params.id ?? ''
  const [read, setRead] = useState<{ copy: RecordCopy; content: CopyContent }>()
  const [failed, setFailed] = useState<CallFailed>()
  useScreen({ title: say.one, back: '/privacy' })
  const load = useCallback(() => {
    setFailed(undefined)
    call(getCopy, { copyId }).then(setRead, (error) => error instanceof CallFailed && setFailed(error))
  }, [copyId])
  useEffect(load, [load])

  if (failed?.code === 'offline') return <Notice tone="info">{words.settings.needsInternet}</Notice>
  if (failed?.code === 'not-found' || failed?.code === 'not-acceptable') return <Notice tone="info">{say.gone}</Notice>
  if (failed) return <Failed onTryAgain={load} reference={failed.problem?.requestId} />
  if (!read) return <Loading shape="lines" onTryAgain={load} />
  const { copy, content } = read
  return (
    <div className="privacy">
      <div className="privacy__part">
        <p>
          {say.saved([copy.byName, copy.byRole].filter(Boolean).join(', '), copy.serviceName, dates.when(copy.takenAt))}
        </p>
        {copy.from && copy.to && <p>{say.days(dates.date(noon(copy.from)), dates.date(noon(copy.to)))}</p>}
      </div>
      <CopyParts content={content} />
    </div>
  )
}
