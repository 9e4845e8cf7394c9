import { CloudOff } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { Badge } from '../badge/badge.tsx'
import { usePieceWords } from '../language/language.tsx'
import { Link } from '../link/link.tsx'
import { type ConversationRowWords, words } from './words.ts'
import './conversation-row.css'

export interface ConversationRowProps {
  href: string
  /** The team or service. */
  name: string
  /** “You and 8 people”. */
  people?: string
  /** Who wrote last: “Sam”, “You”. */
  lastAuthor?: string
  /** Absent when previews are off: then it says only that there is one. */
  lastLine?: string
  time?: string
  at?: string
  newCount?: number
  unsentCount?: number
  /** Mark as unread, Hide on this phone. */
  menu?: ReactNode
  words?: Partial<ConversationRowWords>
}

/** One conversation in the people's list; an `li` for their `ul`. */
export function ConversationRow(props: ConversationRowProps) {
  const { href, name, people, lastAuthor, lastLine, time, at, newCount = 0, unsentCount = 0, menu } = props
  const say = usePieceWords('conversationRow', words, props.words)
  const lineId = useId()
  const alsoSpoken = [
    newCount > 0 && say.newCount(newCount),
    unsentCount > 0 && say.unsent(unsentCount),
    time && say.lastMessage(time),
    lastAuthor,
  ].filter(Boolean)
  return (
    <li className="wf-conversation-row" data-new={newCount > 0 || undefined}>
      <Link className="wf-conversation-row__link" href={href} aria-describedby={time ? lineId : undefined}>
        <span className="wf-conversation-row__top">
          <bdi className="wf-conversation-row__name">{name}</bdi>
          {alsoSpoken.length > 0 && <span className="visually-hidden">, {alsoSpoken.join(', ')}</span>}
          {time && (
            <time className="wf-conversation-row__soft" dateTime={at} aria-hidden="true">
              {time}
            </time>
          )}
        </span>
        {/* Hidden from the name of the link, which says what matters in its own order; the last line describes it. */}
        <span className="wf-conversation-row__rest" aria-hidden="true">
          {people && <span className="wf-conversation-row__soft">{people}</span>}
          <span className="wf-conversation-row__last">
            {time && (
              <span className="wf-conversation-row__line" id={lineId}>
                {lastLine === undefined ? (
                  say.hidden
                ) : (
                  <bdi dir="auto">{lastAuthor ? `${lastAuthor}: ${lastLine}` : lastLine}</bdi>
                )}
              </span>
            )}
            {newCount > 0 && <Badge tone="brand">{say.newCount(newCount)}</Badge>}
            {unsentCount > 0 && (
              <Badge tone="warn" icon={CloudOff}>
                {say.unsent(unsentCount)}
              </Badge>
            )}
          </span>
        </span>
      </Link>
      {menu}
    </li>
  )
}
