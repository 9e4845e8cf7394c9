import { describePromise } from '@weft/contract/conversations/expected-reply.ts'
import type { ConversationState } from '@weft/contract/conversations/shapes.ts'
import { useNow } from '../../shell/use-now.ts'
import { type PromiseWords, promiseWords } from '../../words/promise.ts'
import { useWords } from '../../words/words-provider.tsx'

/** What may be promised now: for the question that is open, else for one asked this minute. Kept true as time goes by. */
export function usePromise({ head, awaiting }: ConversationState): PromiseWords & { isOpen: boolean } {
  const words = useWords()
  const now = useNow()
  const about = { team: head.serviceName, phone: head.phone, zone: head.hours.zone }
  const fresh = describePromise(now, head.hours, head.bankHolidays)
  const asked = awaiting ? describePromise(now, head.hours, head.bankHolidays, awaitingAs(awaiting)) : fresh
  return {
    aim: promiseWords(fresh, about, words, () => now).aim,
    promised: promiseWords(asked, about, words, () => now).promised,
    isOpen: fresh.isOpen,
  }
}

const awaitingAs = ({ dueAt }: NonNullable<ConversationState['awaiting']>) => ({
  dueAt: (dueAt && new Date(dueAt)) || undefined,
})
