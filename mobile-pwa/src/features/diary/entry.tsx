import { getEntry } from '@weft/contract/diary/operations.ts'
import { type DiaryEntry, UNDO_DAYS } from '@weft/contract/diary/shapes.ts'
import { Button } from '@weft/ui/button/button.tsx'
import type { Face } from '@weft/ui/faces/faces.tsx'
import { Notice } from '@weft/ui/notice/notice.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { Pencil, Pin, PinOff, Trash2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useScreen } from '../../shell/frame.tsx'
import { NotHere } from '../../shell/not-here.tsx'
import { useOwn } from '../../shell/own.tsx'
import { OwnLoading } from '../../shell/own-loading.tsx'
import { go } from '../../shell/router.tsx'
import { CallFailed, call } from '../../wire/call.ts'
import { useDates, useWords } from '../../words/words-provider.tsx'
import { ShareLine } from '../privacy/share-line.tsx'
import { ChooseWords, Text } from './choose-words.tsx'
import { EditEntry } from './edit-entry.tsx'
import { EntryHistory } from './entry-history.tsx'
import { useConflicts } from './use-conflicts.ts'
import './diary.css'

const DAY_MS = 86_400_000

/** One entry, whole: read, changed, pinned, shared, deleted. */
export default function EntryScreen({ params }: { params: Record<string, string> }) {
  const entryId = params.id ?? ''
  const { diary: say } = useWords()
  const { entry, state } = useEntry(entryId)
  const conflict = useConflicts().find((one) => one.entryId === entryId)
  useScreen({ title: say.entryTitle, back: '/diary' })

  if (conflict && state !== 'asking') return <ChooseWords conflict={conflict} entry={entry} />
  if (entry) return <Shown entry={entry} />
  if (state === 'asking') return <OwnLoading shape="lines" />
  return state === 'offline' ? <Notice tone="info">{say.earlierOffline}</Notice> : <NotHere />
}

function Shown({ entry }: { entry: DiaryEntry }) {
  const { diary: say } = useWords()
  const dates = useDates()
  const toast = useToast()
  const { slice, push } = useOwn('diary')
  const [isEditing, setEditing] = useState(false)
  const { entryId } = entry
  const isPinned = slice.pinnedId === entryId

  const pin = async () => {
    await push('diary.pin', { entryId, isPinned: !isPinned })
    toast({ text: isPinned ? say.unpinnedNow : say.pinnedNow })
  }
  const restore = async () => {
    await push('diary.restore', { entryId })
    toast({ text: say.restored })
  }
  const remove = async () => {
    await push('diary.delete', { entryId })
    go('/diary', { replace: true })
    toast({ text: say.deletedNow, onUndo: () => void restore() })
  }

  if (entry.deletedAt) {
    const goneOn = new Date(Date.parse(entry.deletedAt) + UNDO_DAYS * DAY_MS).toISOString()
    return (
      <article className="diary-page">
        <Notice tone="info" action={<Button onClick={() => void restore()}>{say.restore}</Button>}>
          <p>{say.deletedHere(dates.day(goneOn))}</p>
        </Notice>
        <Text text={entry.text} />
      </article>
    )
  }
  if (isEditing) return <EditEntry entry={entry} onDone={() => setEditing(false)} />
  return (
    <article className="diary-page">
      <p className="diary-page__when">
        <time dateTime={entry.writtenAt}>
          {dates.day(entry.writtenAt)}, {dates.time(entry.writtenAt)}
        </time>
        {entry.mood && ` · ${say.moods[entry.mood as Face]}`}
      </p>
      {entry.prompt && (
        <p className="diary-page__prompt">
          <bdi dir="auto">{entry.prompt}</bdi>
        </p>
      )}
      <Text text={entry.text} />
      <ShareLine scope={`diary:${entryId}`} />
      <div className="diary-page__acts">
        <Button icon={Pencil} onClick={() => setEditing(true)}>
          {say.edit}
        </Button>
        <Button icon={isPinned ? PinOff : Pin} onClick={() => void pin()}>
          {isPinned ? say.unpin : say.pin}
        </Button>
        <Button icon={Trash2} onClick={() => void remove()}>
          {say.delete}
        </Button>
      </div>
      {entry.version > 1 && <EntryHistory key={entry.version} entry={entry} />}
    </article>
  )
}

/** From this phone; what is older than it holds is asked for. */
function useEntry(entryId: string) {
  const { slice, isKnown, personId } = useOwn('diary')
  const held = slice.entries.find((one) => one.entryId === entryId)
  const [asked, setAsked] = useState<{ entry?: DiaryEntry; state: 'asking' | 'offline' | 'absent' | 'here' }>({
    state: 'asking',
  })
  const isHeld = held !== undefined
  useEffect(() => {
    if (isHeld || !isKnown) return
    let isHere = true
    call(getEntry, { personId, entryId }).then(
      (entry) => isHere && setAsked({ entry, state: 'here' }),
      (error) => {
        const isOffline = error instanceof CallFailed && error.code === 'offline'
        if (isHere) setAsked({ state: isOffline ? 'offline' : 'absent' })
      },
    )
    return () => {
      isHere = false
    }
  }, [isHeld, isKnown, personId, entryId])
  return held ? { entry: held, state: 'here' as const } : asked
}
