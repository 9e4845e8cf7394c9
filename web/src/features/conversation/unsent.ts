import type { OutboxItem } from '@weft/channels/client'
import type { Message } from '@weft/contract/conversations/shapes.ts'
import type { Words } from '../../words/words.ts'
import type { Unsent } from './thread-items.ts'

/** A send that takes no longer than this shows no mark of being on its way. */
export const QUICK_MS = 400

const written = ['message.send', 'message.correct']

interface About {
  messages: readonly Message[]
  isNote: boolean
  isConnected: boolean
  now: number
  words: Words['conversation']
}

/** What was written here and is not in the thread yet, as the thread shows it. */
export function unsentOf(pending: readonly OutboxItem[], about: About): Unsent[] {
  return pending.flatMap((item) => {
    const { messageId, body } = item.input as { messageId?: string; body?: string }
    if (!item.push || !written.includes(item.push) || !messageId || body === undefined) return []
    if (about.messages.some((message) => message.messageId === messageId)) return []
    return {
      id: messageId,
      outboxId: item.id,
      body,
      at: new Date(item.createdAt).toISOString(),
      isNote: about.isNote,
      ...standOf(item, about),
    }
  })
}

function standOf(item: OutboxItem, { isConnected, now, words }: About): Pick<Unsent, 'state' | 'reason'> {
  const code = String(item.problem?.code ?? '')
  if (item.state === 'refused') {
    if (code === 'closed' || code === 'not-found') return { state: 'refused' }
    return { state: 'not-sent', reason: words.notSent[code] ?? words.notSent.usual }
  }
  if (item.state === 'not-sent') return { state: 'not-sent', reason: words.notSent.usual }
  if (now - item.createdAt < QUICK_MS) return { state: 'new' }
  return { state: isConnected || item.state === 'sent' ? 'sending' : 'waiting' }
}
