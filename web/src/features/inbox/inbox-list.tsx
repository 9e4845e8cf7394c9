import { useNavigate } from '@tanstack/react-router'
import { Empty, Failed, Loading } from '@weft/ui/house-state/house-state.tsx'
import { Icon } from '@weft/ui/icon/icon.tsx'
import { Link } from '@weft/ui/link/link.tsx'
import { RefreshCw } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import { useAnnouncer } from '../../shell/announcer-context.ts'
import { useKeys } from '../../shell/keys/use-keys.ts'
import { useWords } from '../../words/words.ts'
import { FlagBanner } from '../flags/flag-banner.tsx'
import { type Folder, type InboxItem, inFolder } from './inbox-items.ts'
import { InboxRows } from './inbox-rows.tsx'
import { useInbox } from './inbox-source.tsx'
import { useOrder } from './use-order.ts'

const folders: readonly Folder[] = ['mine', 'all']

export function InboxList({ folder, selectedId }: { folder: Folder; selectedId: string | undefined }) {
  const { inbox: words } = useWords()
  const inbox = useInbox()
  const navigate = useNavigate()
  const announcer = useAnnouncer()
  const items = useMemo(() => inFolder(inbox.items, folder), [inbox.items, folder])
  const { waiting, answered, updates, refresh } = useOrder(items, folder, inbox.isWhole)
  useNewInList(items, words.folder[folder])

  const step = (by: 1 | -1) => {
    const shown = [...waiting, ...answered]
    const at = shown.findIndex((item) => item.conversationId === selectedId)
    const next = shown[at === -1 && by === -1 ? shown.length - 1 : at + by]
    if (!next) return
    void navigate({
      to: '/inbox/{-$folder}/{-$conversationId}',
      params: { folder, conversationId: next.conversationId },
    })
  }
  const refreshOrder = () => {
    refresh()
    announcer?.say(words.refreshed)
  }
  useKeys({ next: () => step(1), previous: () => step(-1), refreshOrder })

  return (
    <section className="inbox__pane" data-pane="" tabIndex={-1} aria-label={words.conversations}>
      <nav className="inbox__folders" aria-label={words.folders}>
        {folders.map((name) => (
          <Link
            key={name}
            href={`/inbox/${name}`}
            className="inbox__folder"
            aria-current={name === folder ? 'page' : undefined}
          >
            {words.folder[name]}{' '}
            {inbox.waiting[name] > 0 && (
              <span className="inbox__count">
                {inbox.waiting[name]} <span className="visually-hidden">{words.waitingCount}</span>
              </span>
            )}
          </Link>
        ))}
        {updates > 0 && (
          <button type="button" className="inbox__updates" onClick={refreshOrder} title={words.updatesKey(updates)}>
            <Icon of={RefreshCw} small />
            {words.updates(updates)}
          </button>
        )}
      </nav>
      <FormerPeoplesFlags />
      <Body folder={folder} selectedId={selectedId} waiting={waiting} answered={answered} />
    </section>
  )
}

/** Of people who have left since: they have no row here any more, and the flag is its service's coordinators'. */
function FormerPeoplesFlags() {
  const { flags } = useInbox()
  return flags
    .filter((flag) => flag.formerName)
    .map((flag) => <FlagBanner key={flag.flagId} flags={[flag]} personName={flag.formerName as string} />)
}

interface BodyProps {
  folder: Folder
  selectedId: string | undefined
  waiting: InboxItem[]
  answered: InboxItem[]
}

function Body({ folder, selectedId, waiting, answered }: BodyProps) {
  const { inbox: words, shell } = useWords()
  const inbox = useInbox()
  if (inbox.status === 'loading') return <Loading shape="rows" onTryAgain={inbox.retry} />
  if (inbox.status === 'failed') return <Failed onTryAgain={inbox.retry} />
  if (inbox.hasNoTeam) return <Empty>{shell.noTeam}</Empty>
  if (waiting.length + answered.length === 0)
    return <Empty>{folder === 'mine' ? words.emptyMine : words.emptyAll}</Empty>
  return <InboxRows folder={folder} selectedId={selectedId} waiting={waiting} answered={answered} />
}

/** Counts what others wrote since it was last looked at, and has the count spoken. */
function useNewInList(items: readonly InboxItem[], where: string): void {
  const announcer = useAnnouncer()
  const known = useRef<ReadonlyMap<string, string | undefined> | undefined>(undefined)
  useEffect(() => {
    const before = known.current
    known.current = new Map(items.map((item) => [item.conversationId, item.last?.at]))
    if (!before || before.size === 0) return
    const isNew = (item: InboxItem) =>
      item.isUnread &&
      item.last !== undefined &&
      !item.last.isOwn &&
      (before.get(item.conversationId) ?? '') < item.last.at
    announcer?.arrived(where, items.filter(isNew).length)
  }, [items, where, announcer])
}
