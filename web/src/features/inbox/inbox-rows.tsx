import { InboxRow } from '@weft/ui/inbox-row/inbox-row.tsx'
import { memo, useId, useRef } from 'react'
import { deviceZone } from '../../words/calendar.ts'
import { useNow } from '../../words/use-now.ts'
import { useWords, type Words } from '../../words/words.ts'
import { useAttendees } from './attendance.ts'
import { dueTone } from './due.ts'
import { type Folder, type InboxItem, isWaiting } from './inbox-items.ts'
import { useInbox } from './inbox-source.tsx'
import { WindowedList } from './windowed-list.tsx'

interface RowsProps {
  folder: Folder
  selectedId: string | undefined
  waiting: InboxItem[]
  answered: InboxItem[]
}

export function InboxRows({ folder, selectedId, waiting, answered }: RowsProps) {
  const { inbox: words } = useWords()
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const draw = (item: InboxItem) => (
    <Row key={item.conversationId} item={item} folder={folder} isSelected={item.conversationId === selectedId} />
  )
  return (
    <div className="inbox__scroll" ref={scroller}>
      <h2 className="inbox__group" id={`${id}-waiting`}>
        {waiting.length > 0 ? words.waiting : words.nothingWaiting}
      </h2>
      <WindowedList items={waiting} labelledBy={`${id}-waiting`} scroller={scroller} keyOf={idOf}>
        {draw}
      </WindowedList>
      {answered.length > 0 && (
        <>
          <h2 className="inbox__group" id={`${id}-answered`}>
            {words.answered}
          </h2>
          <WindowedList items={answered} labelledBy={`${id}-answered`} scroller={scroller} keyOf={idOf}>
            {draw}
          </WindowedList>
        </>
      )}
    </div>
  )
}

const idOf = (item: InboxItem) => item.conversationId

interface RowProps {
  item: InboxItem
  folder: Folder
  isSelected: boolean
}

const Row = memo(function Row({ item, folder, isSelected }: RowProps) {
  const words = useWords()
  const now = useNow()
  const { services } = useInbox()
  const attendees = useAttendees(item.conversationId)
  const hours = services.get(item.serviceId)?.hours
  const zone = hours?.zone ?? deviceZone()
  const due = isWaiting(item) && item.dueAt ? dueOf(item.dueAt, now, hours, words.inbox, words) : undefined
  return (
    <InboxRow
      href={`/inbox/${folder}/${item.conversationId}`}
      name={item.carer ? words.inbox.carerFor(item.carer.name, item.personName) : item.personName}
      service={services.size > 1 ? item.serviceName : undefined}
      writer={writerOf(item, words.inbox)}
      snippet={item.last?.snippet}
      time={item.last && words.time.inList(item.last.at, zone, now)}
      at={item.last?.at}
      due={due}
      viewing={viewingText(attendees, words.inbox)}
      isSelected={isSelected}
      isUnread={item.isUnread}
      isFlagged={item.isFlagged}
      words={rowWords}
    />
  )
})

/** `viewing` comes in whole words already: colleagues may be replying too. */
const rowWords = { viewing: (text: string) => text }
const toneOf = { calm: 'fine', soon: 'soon', overdue: 'late' } as const

function dueOf(
  dueAt: string,
  now: number,
  hours: Parameters<typeof dueTone>[2],
  words: Words['inbox'],
  { time }: Words,
) {
  const tone = dueTone(dueAt, now, hours)
  const text =
    tone === 'overdue'
      ? words.overdue(time.span(now - Date.parse(dueAt)))
      : words.replyBy(time.deadline(dueAt, hours?.zone ?? deviceZone(), now))
  return { state: toneOf[tone], text }
}

/** Left out when it is who the row is named after. */
function writerOf(item: InboxItem, words: Words['inbox']): string | undefined {
  if (!item.last) return undefined
  if (item.last.isOwn) return words.you
  if (item.carer && item.last.authorName === item.carer.name)
    return words.carer(item.carer.name, item.carer.relationship)
  return item.last.authorName === item.personName ? undefined : item.last.authorName
}

function viewingText(attendees: ReturnType<typeof useAttendees>, words: Words['inbox']): string | undefined {
  const names = (doing: 'viewing' | 'replying') =>
    attendees.filter((each) => each.doing === doing).map((each) => each.name)
  const replying = names('replying')
  if (replying.length > 0) return words.typing(replying.join(', '))
  const viewing = names('viewing')
  return viewing.length > 0 ? words.viewing(viewing.join(', ')) : undefined
}
