import { describePromise } from '@weft/contract/conversations/expected-reply.ts'
import type { QuestionSet } from '@weft/contract/questionnaires/shapes.ts'
import { promiseWords } from '../../words/promise.ts'
import { useWords } from '../../words/words-provider.tsx'

export interface LookBy {
  /** “Sam will look by 5pm tomorrow.” */
  line: string
  /** Whoever reads the answers is not there now. */
  isClosed: boolean
  /** “at 9am on Monday”, when closed and known. */
  opens: string | undefined
}

/** When somebody will have looked, from the reader's own hours: for answers sent at `sentAt`, or sent now. */
export function useLookBy({ responder, serviceName }: QuestionSet, sentAt?: string): LookBy {
  const words = useWords()
  const at = sentAt ? new Date(sentAt) : new Date()
  const promise = describePromise(at, responder.hours, responder.bankHolidays)
  const { promised } = promiseWords(
    promise,
    { team: serviceName, phone: '', zone: responder.hours.zone },
    words,
    () => at,
  )
  const when = 'when' in promised ? promised.when : undefined
  return {
    line: when ? words.questions.willLook(responder.name, when) : words.questions.willLookSometime(responder.name),
    isClosed: !promise.isOpen,
    opens: 'opens' in promised ? promised.opens : undefined,
  }
}
