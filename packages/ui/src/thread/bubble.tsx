import { memo, type ReactNode, useId } from 'react'
import { type SendActs, SendMark } from '../send-mark/send-mark.tsx'
import type { SendMarkWords } from '../send-mark/words.ts'
import type { Author, MessageItem, Row, SystemItem, WithdrawnItem } from './items.ts'
import type { ThreadWords } from './words.ts'

export interface BubbleProps extends Row {
  /** The one message in the tab order. */
  active: boolean
  unreadSince: string
  say: ThreadWords
  sendWords?: Partial<SendMarkWords>
  menuFor?: (item: MessageItem) => ReactNode
  cardFor?: (item: MessageItem) => ReactNode
  sendActsFor?: (item: MessageItem) => SendActs
}

/** A row of the thread with the lines that stand before it. Drawn again only when its own item or place changes. */
export const Bubble = memo(function Bubble(props: BubbleProps) {
  const { item, say, unreadSince } = props
  return (
    <>
      {props.startsDay && (
        <li className="wf-thread__day" data-row={item.id}>
          <time dateTime={item.day}>{item.dayLabel}</time>
        </li>
      )}
      {props.startsUnread && (
        <li className="wf-thread__unread" data-row={item.id} data-unread="">
          <span>{say.newSince(unreadSince)}</span>
        </li>
      )}
      {item.kind === 'message' && <Message {...props} item={item} />}
      {item.kind === 'withdrawn' && <Withdrawn {...props} item={item} />}
      {item.kind === 'system' && <Happened {...props} item={item} />}
    </>
  )
})

const spoken = (author: Author, time: string, own: boolean | undefined, say: ThreadWords) =>
  [own ? say.you : author.name, author.role, time].filter(Boolean).join(', ')

function Who({ item, say }: { item: MessageItem | WithdrawnItem; say: ThreadWords }) {
  const { author, own } = item
  return (
    <p className="wf-thread__who">
      <bdi className="wf-thread__name">{own ? say.you : author.name}</bdi>
      {author.role && <> · {author.role}</>}
      {!own && author.organisation && <> · {author.organisation}</>}
    </p>
  )
}

function Message({
  startsRun,
  endsRun,
  item,
  active,
  say,
  sendWords,
  menuFor,
  cardFor,
  sendActsFor,
}: BubbleProps & { item: MessageItem }) {
  const textId = useId()
  const { send, revision } = item
  const label = item.tone === 'note' ? (item.label ?? say.staffNote) : item.label
  const menu = menuFor?.(item)
  return (
    <li
      className="wf-thread__row"
      data-row={item.id}
      data-message=""
      data-own={item.own || undefined}
      data-starts={startsRun || undefined}
      data-ends={endsRun || undefined}
      tabIndex={active ? 0 : -1}
      aria-label={spoken(item.author, item.time, item.own, say)}
      aria-describedby={textId}
    >
      {startsRun && <Who item={item} say={say} />}
      <div className="wf-thread__line">
        <div className="wf-thread__bubble" data-tone={item.tone} data-send={send?.state}>
          {label && <p className="wf-thread__label">{label}</p>}
          <p className="wf-thread__text" id={textId} dir="auto" lang={item.lang}>
            {item.text}
          </p>
          {cardFor?.(item)}
          {revision && (
            <details className="wf-thread__before">
              <summary>{say[revision.kind](revision.time)}</summary>
              <p className="wf-thread__label">{say.before}</p>
              <p className="wf-thread__text" dir="auto" lang={item.lang}>
                {revision.before}
              </p>
            </details>
          )}
        </div>
        {!send && (
          <div className="wf-thread__side">
            <Time item={item} />
            {menu}
          </div>
        )}
      </div>
      {send && (
        <div className="wf-thread__after">
          <SendMark {...send} acts={sendActsFor?.(item)} words={sendWords} />
          {menu}
        </div>
      )}
    </li>
  )
}

function Withdrawn({ startsRun, endsRun, item, active, say }: BubbleProps & { item: WithdrawnItem }) {
  return (
    <li
      className="wf-thread__row"
      data-row={item.id}
      data-message=""
      data-own={item.own || undefined}
      data-starts={startsRun || undefined}
      data-ends={endsRun || undefined}
      tabIndex={active ? 0 : -1}
    >
      <div className="wf-thread__line">
        <p className="wf-thread__gone">{item.own ? say.withdrawnOwn : say.withdrawn(item.author.name)}</p>
        <Time item={item} />
      </div>
    </li>
  )
}

function Happened({ item }: BubbleProps & { item: SystemItem }) {
  return (
    <li className="wf-thread__happened" data-row={item.id}>
      <span>{item.text}</span> <Time item={item} />
    </li>
  )
}

function Time({ item }: { item: { at: string; time: string } }) {
  return (
    <time className="wf-thread__time" dateTime={item.at}>
      {item.time}
    </time>
  )
}
