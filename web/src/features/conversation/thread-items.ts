import type { Message } from '@weft/contract/conversations/shapes.ts'
import type { MessageItem, ThreadItem } from '@weft/ui/thread/items.ts'
import { localDay } from '../../words/calendar.ts'
import type { Words } from '../../words/words.ts'

/** Words that have not reached the server: drawn after everything that has. */
export interface Unsent {
  id: string
  /** Its entry in the outbox, for trying again and for dropping it. */
  outboxId: string
  body: string
  /** When it was written here, ISO. */
  at: string
  isNote: boolean
  /** `new`: so fresh that no mark is shown yet. */
  state: 'new' | 'waiting' | 'sending' | 'not-sent' | 'refused'
  reason?: string
}

/** What an item needs to know besides its own message. */
export interface Telling {
  words: Words
  zone: string
  now: number
  /** My own account, to tell my bubbles from my colleagues'. */
  me: string
  /** Whom “keep this from …” means. */
  personName: string
  /** Whose an automatic reply is. */
  serviceName: string
  /** How far the person or carer has seen; absent where they keep that to themselves. */
  seen?: { through: number; at: string }
}

/** Rows that have not changed keep their identity, so that only changed ones are drawn again. */
export class ThreadItems {
  readonly #made = new WeakMap<Message, { key: string; item: ThreadItem }>()
  readonly #waiting = new Map<string, { key: string; item: ThreadItem }>()

  /** `messages` and `notes` oldest first, each in its own order; a note stands where it was written in time. */
  of(
    messages: readonly Message[],
    notes: readonly Message[],
    unsent: readonly Unsent[],
    telling: Telling,
  ): ThreadItem[] {
    const correctionOf = new Map(
      messages.concat(notes).flatMap((each) => (each.correctsId && !each.withdrawnAt ? [[each.correctsId, each]] : [])),
    )
    const byId = new Map(messages.concat(notes).map((each) => [each.messageId, each]))
    const lastOwn = messages.findLast((each) => isOwn(each, telling.me) && !each.withdrawnAt)
    const items = interleaved(messages, notes).map(({ message, isNote }) => {
      const corrected = correctionOf.get(message.messageId)
      const corrects = message.correctsId ? byId.get(message.correctsId) : undefined
      // Drawn again with what it quotes: withdrawn words go from there too.
      const answered = message.replyToId ? byId.get(message.replyToId) : undefined
      const send = message === lastOwn && unsent.length === 0 ? sentMark(message, telling) : undefined
      const key = [telling.zone, telling.words.language, localDay(telling.now, telling.zone), telling.personName]
        .concat(
          corrected?.sentAt ?? '',
          corrects?.body ?? '',
          answered?.body ?? '',
          send?.state ?? '',
          send?.time ?? '',
        )
        .join('\n')
      const made = this.#made.get(message)
      if (made?.key === key) return made.item
      const item = itemOf(message, { isNote, corrected, corrects, send }, telling)
      this.#made.set(message, { key, item })
      return item
    })
    return [...items, ...this.#unsent(unsent, telling)]
  }

  #unsent(unsent: readonly Unsent[], telling: Telling): ThreadItem[] {
    return unsent.map((each) => {
      const key = `${each.state}\n${each.reason ?? ''}\n${each.body}`
      const made = this.#waiting.get(each.id)
      if (made?.key === key) return made.item
      const item: MessageItem = {
        kind: 'message',
        id: each.id,
        ...momentOf(each.at, telling),
        author: { id: telling.me, name: telling.words.thread.you },
        own: true,
        text: each.body,
        tone: each.isNote ? 'note' : undefined,
        send: each.state === 'new' ? undefined : { state: each.state, reason: each.reason },
      }
      this.#waiting.set(each.id, { key, item })
      return item
    })
  }
}

const isOwn = (message: Message, me: string) => message.author?.accountId === me && message.author.isTeam

/** Two topics shown as one; each keeps its own order, and only their weaving follows the clock. */
function interleaved(messages: readonly Message[], notes: readonly Message[]) {
  const woven: { message: Message; isNote: boolean }[] = []
  let at = 0
  for (const message of messages) {
    for (let note = notes[at]; note && note.sentAt < message.sentAt; note = notes[++at]) {
      woven.push({ message: note, isNote: true })
    }
    woven.push({ message, isNote: false })
  }
  return woven.concat(notes.slice(at).map((message) => ({ message, isNote: true })))
}

function momentOf(at: string, { words, zone, now }: Telling) {
  return { at, time: words.time.clock(at, zone), day: localDay(at, zone), dayLabel: words.time.day(at, zone, now) }
}

function sentMark(message: Message, { words, zone, seen }: Telling): MessageItem['send'] {
  if (seen && seen.through >= message.number) return { state: 'seen', time: words.time.clock(seen.at, zone) }
  return { state: 'sent', time: words.time.clock(message.sentAt, zone) }
}

interface Links {
  isNote: boolean
  corrected?: Message
  corrects?: Message
  send?: MessageItem['send']
}

function itemOf(message: Message, links: Links, telling: Telling): ThreadItem {
  const { words, zone, me } = telling
  const base = { id: message.messageId, ...momentOf(message.sentAt, telling) }
  if (message.line) return { kind: 'system', ...base, text: words.thread.line[message.line.type](message.line.name) }
  const author = message.author && {
    id: message.author.accountId,
    name: message.author.name,
    role: message.author.role ?? message.author.relationship,
    organisation: message.author.organisation,
  }
  const own = isOwn(message, me)
  if (message.withdrawnAt) {
    const by = { id: author?.id ?? '', name: message.withdrawnBy ?? author?.name ?? '' }
    return { kind: 'withdrawn', ...base, author: by, own: own && message.withdrawnBy === author?.name }
  }
  return {
    kind: 'message',
    ...base,
    author: author ?? { id: 'auto', name: telling.serviceName },
    own,
    text: message.body,
    tone: links.isNote ? 'note' : undefined,
    label: labelOf(message, links, telling),
    revision: revisionOf(message, links.corrects, words, zone),
    send: links.send,
  }
}

function labelOf(
  message: Message,
  { corrected, isNote }: Links,
  { words, zone, personName }: Telling,
): string | undefined {
  const labels = [
    message.kind === 'auto' && words.thread.automatic,
    message.keepFromPerson && words.thread.keepFrom(personName),
    corrected && words.thread.correctedBelow(words.time.clock(corrected.sentAt, zone)),
  ].filter((label) => typeof label === 'string')
  if (labels.length === 0) return undefined
  return (isNote ? [words.thread.note, ...labels] : labels).join(' · ')
}

function revisionOf(
  message: Message,
  corrects: Message | undefined,
  words: Words,
  zone: string,
): MessageItem['revision'] {
  if (corrects?.body) return { kind: 'corrected', time: words.time.clock(message.sentAt, zone), before: corrects.body }
  if (!message.editedAt || !message.edits?.length) return undefined
  const before = message.edits.map((edit) => edit.body).join('\n\n')
  return { kind: 'edited', time: words.time.clock(message.editedAt, zone), before }
}
