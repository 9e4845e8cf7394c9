import { describePromise } from '@weft/contract/conversations/expected-reply.ts'
import type { ConversationState } from '@weft/contract/conversations/shapes.ts'
import { useEffect, useState } from 'react'
import { type PromiseWords, promiseWords } from '../../words/promise.ts'
import { useWords } from '../../words/words-provider.tsx'

const minuteMs = 60_000

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

function useNow(): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), minuteMs)
    const look = () => document.visibilityState === 'visible' && setNow(new Date())
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [])
  return now
}
