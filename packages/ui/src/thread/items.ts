import type { SendState } from '../send-mark/send-mark.tsx'

export interface Author {
  id: string
  name: string
  /** “nurse”, or a carer's relationship: “Kofi's mother”. */
  role?: string
  organisation?: string
}

interface Moment {
  id: string
  /** ISO instant, for `<time datetime>`. */
  at: string
  /** As shown: “9:12am”. */
  time: string
  /** Local calendar date, `2026-04-22`; a change of it starts a new day. */
  day: string
  /** As shown on the day's line: “Wednesday 22 April”. */
  dayLabel: string
}

export interface MessageItem extends Moment {
  kind: 'message'
  author: Author
  /** Written by whoever is looking. */
  own?: boolean
  text: string
  /** Language tag of the words when it is not the page's. */
  lang?: string
  /** A staff note has another audience, so another colour and its own label. */
  tone?: 'note'
  /** “Automatic reply”, “Entered by Priya with Maureen”, “Keep this from Kofi”. */
  label?: string
  /** The newest change; what it said before stays readable, folded. */
  revision?: { kind: 'edited' | 'corrected'; time: string; before: string }
  /** Own messages only. Leave it out on older ones: the time is then shown as on any other. */
  send?: { state: SendState; time?: string; reason?: string }
}

export interface WithdrawnItem extends Moment {
  kind: 'withdrawn'
  author: Author
  own?: boolean
}

/** Something that happened: “Priya joined”, “Sam left the team”. */
export interface SystemItem extends Moment {
  kind: 'system'
  text: string
}

export type ThreadItem = MessageItem | WithdrawnItem | SystemItem

/** How an item stands among its neighbours. */
export interface Row {
  item: ThreadItem
  startsDay: boolean
  startsUnread: boolean
  /** First and last of one author's run of messages within a day. */
  startsRun: boolean
  endsRun: boolean
}

const runOf = (item: ThreadItem) => {
  if (item.kind === 'system') return `system ${item.id}`
  const tone = item.kind === 'message' ? `${item.tone ?? ''} ${item.label ?? ''}` : ''
  return `${item.day} ${item.author.id} ${item.author.role ?? ''} ${tone}`
}

/** Rows for items in their order; `unreadFrom` is the id of the first unread item. */
export function rowsOf(items: readonly ThreadItem[], unreadFrom?: string): Row[] {
  return items.map((item, at) => {
    const before = items[at - 1]
    const after = items[at + 1]
    const startsUnread = item.id === unreadFrom
    return {
      item,
      startsDay: item.day !== before?.day,
      startsUnread,
      startsRun: startsUnread || !before || runOf(before) !== runOf(item),
      endsRun: !after || after.id === unreadFrom || runOf(after) !== runOf(item),
    }
  })
}
