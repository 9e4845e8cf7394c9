import type { DiaryEntry } from '@weft/contract/diary/shapes.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { Empty, Updated } from '@weft/ui/house-state/house-state.tsx'
import { Notice } from '@weft/ui/notice/notice.tsx'
import { TextField } from '@weft/ui/text-field/text-field.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { useState } from 'react'
import { useScreen } from '../../shell/frame.tsx'
import { useOwn } from '../../shell/own.tsx'
import { OwnLoading } from '../../shell/own-loading.tsx'
import { useSavedAt } from '../../shell/use-saved-at.ts'
import { useDates, useWords } from '../../words/words-provider.tsx'
import { Entries, EntryRow } from './entry-list.tsx'
import { useConflicts } from './use-conflicts.ts'
import { useEarlier } from './use-earlier.ts'
import { WriteBox } from './write-box.tsx'
import './diary.css'

/** Write freely, keep it (experience.md P14). */
export default function DiaryScreen() {
  const words = useWords()
  const { diary: say } = words
  const dates = useDates()
  const { slice, isKnown, topic, status } = useOwn('diary')
  const savedAt = useSavedAt(topic, status)
  const conflicts = useConflicts()
  useScreen({ title: say.title, back: '/track' })
  const deleted = slice.entries.filter((entry) => entry.deletedAt)

  return (
    <div className="diary">
      {conflicts.map(({ item, entryId }) => (
        <Notice
          key={item.id}
          tone="warn"
          title={say.conflict.title}
          action={<a href={`/diary/${entryId}`}>{words.today.look}</a>}
        >
          <p>{say.conflict.body}</p>
        </Notice>
      ))}
      <WriteBox />
      {savedAt && <Updated when={dates.ago(savedAt)} at={savedAt} words={words.app} />}
      {!isKnown && slice.entries.length === deleted.length ? (
        <OwnLoading shape="rows" />
      ) : (
        <Written entries={slice.entries} pinnedId={slice.pinnedId} />
      )}
      {deleted.length > 0 && <Deleted entries={deleted} />}
    </div>
  )
}

const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

function Written({ entries: held, pinnedId }: { entries: readonly DiaryEntry[]; pinnedId: string | undefined }) {
  const { diary: say } = useWords()
  const { entries, all, end, more } = useEarlier(held)
  const [sought, seek] = useState('')
  const pinned = all.find((entry) => entry.entryId === pinnedId)
  const wanted = folded(sought.trim())
  const found = wanted && all.filter(({ text, prompt = '' }) => folded(`${text} ${prompt}`).includes(wanted))

  if (all.length === 0) return <Empty>{say.empty}</Empty>
  return (
    <section className="diary-written" aria-labelledby="diary-entries">
      <h2 id="diary-entries">{say.entries}</h2>
      <TextField label={say.search} type="search" value={sought} onChange={(event) => seek(event.target.value)} />
      <p role="status" className={found ? 'diary__found' : 'visually-hidden'}>
        {found && (found.length > 0 ? say.found(found.length) : say.foundNone(sought.trim()))}
      </p>
      {found ? (
        <Entries entries={found} pinnedId={pinnedId} />
      ) : (
        <>
          {pinned && (
            <ul className="diary-entries">
              <EntryRow entry={pinned} isPinned withDay />
            </ul>
          )}
          <Entries entries={entries.filter((entry) => entry !== pinned)} />
          {end === 'offline' && <p className="diary__soft">{say.earlierOffline}</p>}
          {end === 'reached' ? (
            <p className="diary__soft">{say.noEarlier}</p>
          ) : (
            <Button busy={end === 'asking' ? say.earlier : undefined} onClick={() => void more()}>
              {say.earlier}
            </Button>
          )}
        </>
      )}
    </section>
  )
}

function Deleted({ entries }: { entries: readonly DiaryEntry[] }) {
  const { diary: say } = useWords()
  const { push } = useOwn('diary')
  const dates = useDates()
  const toast = useToast()
  const restore = async (entryId: string) => {
    await push('diary.restore', { entryId })
    toast({ text: say.restored })
  }
  return (
    <details className="diary__deleted">
      <summary>{say.deleted(entries.length)}</summary>
      <p className="diary__soft">{say.deletedHint}</p>
      <ul className="diary-entries">
        {entries.map((entry) => (
          <li key={entry.entryId} className="diary-entry">
            <span className="diary-entry__head">{dates.day(entry.writtenAt)}</span>
            <bdi dir="auto" className="diary-entry__text">
              {entry.text}
            </bdi>
            <Button onClick={() => void restore(entry.entryId)}>{say.restore}</Button>
          </li>
        ))}
      </ul>
    </details>
  )
}
