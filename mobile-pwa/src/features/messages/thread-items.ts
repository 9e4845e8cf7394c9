import type { ConversationState, Member, Message } from '@weft/contract/conversations/shapes.ts'
import type { Author, MessageItem, ThreadItem } from '@weft/ui/thread/items.ts'
import type { Dates } from '../../words/dates.ts'
import type { Words } from '../../words/words.ts'

/** Something written here that the server has not stored yet. */
export interface Unsent {
  messageId: string
  body: string
  /** When it was written, by this device's clock. */
  madeAt: string
  correctsId?: string
  replyToId?: string
  keepFromPerson?: boolean
  state: 'waiting' | 'sending' | 'not-sent' | 'refused'
  /** Why it was not sent, in plain words. */
  reason?: string
}

export interface ThreadInput {
  messages: readonly Message[]
  unsent: readonly Unsent[]
  hidden: ReadonlySet<string>
  /** The account and hat that look. */
  me: { accountId: string; hat: string }
  seenByTeam?: ConversationState['seen']['team']
  serviceName: string
  personName: string
}

export interface ThreadSpeech {
  words: Words
  dates: Dates
}

/**
 * The thread as this person sees it: theirs marked with how far each got, corrections folded into what they correct, and what they hid
 * left out without a trace. Unchanged messages stay the same objects, so that only changed rows are drawn again.
 */
export function createThreadItems(speech: ThreadSpeech): (input: ThreadInput) => ThreadItem[] {
  const made = new Map<string, { of: string; item: ThreadItem }>()
  return (input) => {
    const items: ThreadItem[] = []
    const marks = sendMarks(input, speech.dates)
    const corrections = new Map(
      input.messages.flatMap((message) => (message.correctsId ? [[message.correctsId, message] as const] : [])),
    )
    const known = new Map(input.messages.map((message) => [message.messageId, message]))
    const keep = (id: string, parts: unknown[], make: () => ThreadItem) => {
      const of = JSON.stringify(parts)
      const before = made.get(id)
      const item = before?.of === of ? before.item : make()
      if (item !== before?.item) made.set(id, { of, item })
      items.push(item)
    }
    for (const message of input.messages) {
      if (input.hidden.has(message.messageId)) continue
      const mark = marks.get(message.messageId)
      const corrected = corrections.get(message.messageId)
      const quote = quoteOf(message.replyToId, known, input, speech.words)
      keep(message.messageId, [message, mark, corrected, quote], () =>
        stored(message, input, speech, { mark, corrected, quote }),
      )
    }
    for (const one of input.unsent) {
      if (known.has(one.messageId)) continue
      const quote = quoteOf(one.replyToId, known, input, speech.words)
      keep(one.messageId, [one, quote], () => unstored(one, input, speech, quote))
    }
    return items
  }
}

/** The newest own message seen, and each own message after it. Older ones show their time like any other. */
function sendMarks(
  { messages, me, seenByTeam }: ThreadInput,
  dates: Dates,
): Map<string, NonNullable<MessageItem['send']>> {
  const marks = new Map<string, NonNullable<MessageItem['send']>>()
  for (const message of messages.toReversed()) {
    if (!isMine(message.author, me) || message.withdrawnAt) continue
    if (seenByTeam && message.number <= seenByTeam.through) {
      marks.set(message.messageId, { state: 'seen', time: dates.since(seenByTeam.at) })
      break
    }
    marks.set(message.messageId, { state: 'sent', time: dates.time(message.sentAt) })
  }
  return marks
}

export const isMine = (author: Member | undefined, me: ThreadInput['me']): boolean =>
  author?.accountId === me.accountId && author.hat === me.hat

function stored(
  message: Message,
  input: ThreadInput,
  speech: ThreadSpeech,
  { mark, corrected, quote }: { mark: MessageItem['send']; corrected: Message | undefined; quote: string | undefined },
): ThreadItem {
  const moment = { id: message.messageId, ...momentOf(message.sentAt, speech.dates) }
  const own = isMine(message.author, input.me)
  if (message.kind === 'event') return { kind: 'system', ...moment, text: lineWords(message, speech.words) }
  const author = authorOf(message.author, input.serviceName)
  if (message.withdrawnAt) {
    const byOther = message.withdrawnBy && message.withdrawnBy !== author.name
    return byOther
      ? { kind: 'withdrawn', ...moment, author: { ...author, name: message.withdrawnBy as string } }
      : { kind: 'withdrawn', ...moment, author, own }
  }
  return {
    kind: 'message',
    ...moment,
    author,
    own,
    text: corrected && !corrected.withdrawnAt ? corrected.body : message.body,
    label: joined(quote, labelOf(message, input, speech.words)),
    revision: revisionOf(message, corrected, speech.dates),
    send: mark,
  }
}

function unstored(
  one: Unsent,
  input: ThreadInput,
  { words, dates }: ThreadSpeech,
  quote: string | undefined,
): MessageItem {
  const say = words.conversation
  return {
    kind: 'message',
    id: one.messageId,
    ...momentOf(one.madeAt, dates),
    author: { id: `${input.me.accountId} ${input.me.hat}`, name: words.messages.you },
    own: true,
    text: one.body,
    label: joined(
      quote,
      one.correctsId ? say.correction : undefined,
      one.keepFromPerson ? say.keepFrom(input.personName) : undefined,
    ),
    send: { state: one.state, reason: one.reason },
  }
}

const quoteMax = 60

/** What a message answers, in one short line. */
function quoteOf(
  replyToId: string | undefined,
  known: ReadonlyMap<string, Message>,
  { me, hidden, serviceName }: ThreadInput,
  words: Words,
): string | undefined {
  if (!replyToId) return undefined
  const answered = known.get(replyToId)
  if (!answered || hidden.has(replyToId) || answered.withdrawnAt) return words.conversation.replyEarlier
  const name = isMine(answered.author, me) ? words.conversation.yourself : (answered.author?.name ?? serviceName)
  const letters = [...answered.body.replace(/\s+/g, ' ').trim()]
  const text = letters.length > quoteMax ? `${letters.slice(0, quoteMax).join('')}…` : letters.join('')
  return words.conversation.reply(name, text)
}

const joined = (...labels: (string | undefined)[]): string | undefined =>
  labels.filter(Boolean).join(' · ') || undefined

function momentOf(at: string, dates: Dates) {
  return { at, time: dates.time(at), day: dates.localDay(at), dayLabel: dates.day(at) }
}

function authorOf(author: Member | undefined, serviceName: string): Author {
  if (!author) return { id: 'service', name: serviceName }
  return {
    id: `${author.accountId} ${author.hat}`,
    name: author.name,
    role: author.role ?? author.relationship,
    organisation: author.organisation,
  }
}

function labelOf(message: Message, { personName }: ThreadInput, words: Words): string | undefined {
  if (message.kind === 'auto') return words.conversation.automatic
  if (message.kind === 'correction') return words.conversation.correction
  return message.keepFromPerson ? words.conversation.keepFrom(personName) : undefined
}

function revisionOf(message: Message, corrected: Message | undefined, dates: Dates): MessageItem['revision'] {
  if (corrected && !corrected.withdrawnAt) {
    return { kind: 'corrected', time: dates.time(corrected.sentAt), before: message.body }
  }
  const before = message.edits?.at(-1)?.body
  return message.editedAt && before !== undefined
    ? { kind: 'edited', time: dates.time(message.editedAt), before }
    : undefined
}

function lineWords({ line, body }: Message, words: Words): string {
  if (!line) return body
  const lines = words.conversation.lines
  if (line.type === 'role_changed') return lines.role_changed(line.name, line.role ?? '')
  const said = lines[line.type]
  return typeof said === 'string' ? said : said(line.name)
}
