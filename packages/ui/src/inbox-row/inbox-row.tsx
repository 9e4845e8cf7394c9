import { CircleAlert, Clock, Eye, Flag } from 'lucide-react'
import { Badge } from '../badge/badge.tsx'
import { Icon } from '../icon/icon.tsx'
import { Link } from '../link/link.tsx'
import { type InboxRowWords, words } from './words.ts'
import './inbox-row.css'

export interface InboxRowProps {
  href: string
  name: string
  service?: string
  /** When not the person: “Raj, brother”. */
  writer?: string
  snippet?: string
  time?: string
  at?: string
  /** `soon` from 75 % of the target, `late` from 100 %: “Reply by 4pm”, “Overdue 2 h”. */
  due?: { state: 'fine' | 'soon' | 'late'; text: string }
  /** Who has claimed it. */
  owner?: string
  isFlagged?: boolean
  /** Somebody else has it open now. */
  viewing?: string
  isUnread?: boolean
  isSelected?: boolean
  words?: Partial<InboxRowWords>
}

/** One open conversation in the team's inbox; an `li` for their `ul`. */
export function InboxRow(props: InboxRowProps) {
  const { href, name, service, writer, snippet, time, at, due, owner, isFlagged, viewing, isUnread, isSelected } = props
  const say = { ...words, ...props.words }
  return (
    <li className="wf-inbox-row" data-unread={isUnread || undefined} data-flagged={isFlagged || undefined}>
      <Link className="wf-inbox-row__link" href={href} aria-current={isSelected ? 'true' : undefined}>
        <span className="wf-inbox-row__top">
          {isFlagged && (
            <span className="wf-inbox-row__flag">
              <Icon of={Flag} small />
              <span className="visually-hidden">{say.flagged}</span>
            </span>
          )}
          <bdi className="wf-inbox-row__name">{name}</bdi>
          {isUnread && <span className="visually-hidden">{say.unread}</span>}
          {time && (
            <time className="wf-inbox-row__time" dateTime={at}>
              {time}
            </time>
          )}
        </span>
        {(writer || service) && (
          <span className="wf-inbox-row__soft">{[writer, service].filter(Boolean).join(' · ')}</span>
        )}
        {snippet && (
          <span className="wf-inbox-row__snippet">
            <bdi dir="auto">{snippet}</bdi>
          </span>
        )}
        <span className="wf-inbox-row__foot">
          {due && <Due {...due} />}
          {owner && <span className="wf-inbox-row__soft">{owner}</span>}
          {viewing && (
            <span className="wf-inbox-row__viewing">
              <Icon of={Eye} small />
              {say.viewing(viewing)}
            </span>
          )}
        </span>
      </Link>
    </li>
  )
}

function Due({ state, text }: { state: 'fine' | 'soon' | 'late'; text: string }) {
  if (state === 'fine') return <span className="wf-inbox-row__soft">{text}</span>
  return (
    <Badge tone={state === 'late' ? 'danger' : 'warn'} icon={state === 'late' ? CircleAlert : Clock}>
      {text}
    </Badge>
  )
}
