import type { OutboxItem } from '@weft/channels/client'
import { isMessage } from '../../shell/unsent.ts'
import type { Words } from '../../words/words.ts'
import type { Unsent } from './thread-items.ts'

/** What of this device's outbox stands in a thread as a bubble, and why it is still there. */
export function unsentMessages(pending: readonly OutboxItem[], words: Words, isOnline: boolean): Unsent[] {
  return pending.filter(isMessage).map((item) => ({
    messageId: String(item.input.messageId),
    body: String(item.input.body),
    madeAt: new Date(item.createdAt).toISOString(),
    correctsId: item.input.correctsId as string | undefined,
    replyToId: item.input.replyToId as string | undefined,
    keepFromPerson: item.input.keepFromPerson === true,
    ...standing(item, words, isOnline),
  }))
}

/** A conversation that will not take it any more is “refused”; whatever can be put right or tried again is “not sent”. */
function standing({ state, problem }: OutboxItem, words: Words, isOnline: boolean): Pick<Unsent, 'state' | 'reason'> {
  const { reasons } = words.conversation
  if (state === 'not-sent') return { state, reason: reasons.waitedLong }
  if (state === 'refused') {
    const code = problem?.code
    if (code === 'closed' || code === 'not-found') return { state: 'refused' }
    if (code === 'too-many') return { state: 'not-sent', reason: reasons.tooMany }
    return { state: 'not-sent', reason: code === 'not-acceptable' ? reasons.tooLong : reasons.wrong }
  }
  // Answered, and its event on the way: it settles in a moment.
  if (state === 'sent') return { state: 'sending' }
  // A socket may take a while to notice what the device knows already.
  return { state: state === 'sending' && !isOnline ? 'waiting' : state }
}
