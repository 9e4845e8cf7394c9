import type { DayForm, ReplyPromise } from '@weft/contract/conversations/expected-reply.ts'
import type { Promised } from '@weft/ui/reply-promise/reply-promise.tsx'
import { createDates } from './dates.ts'
import type { Words } from './words.ts'

export interface PromiseWords {
  /** Inside the notice above the composer: “We aim to answer by 4pm tomorrow.” */
  aim: string
  promised: Promised
}

/** How a promise of a reply is said. Times are on the service's clock, since it is the service that opens and closes. */
export function promiseWords(
  promise: ReplyPromise,
  about: { team: string; phone: string; zone: string },
  words: Words,
  now: () => Date = () => new Date(),
): PromiseWords {
  const say = words.conversation.promise
  const { team, phone, zone } = about
  const dates = createDates({ language: words.language.code, names: words.language.dateNames, zone, now })
  const phrase = (forms: Record<DayForm, (time: string, day: string) => string>, at: Date, form: DayForm) => {
    const instant = at.toISOString()
    return forms[form](dates.time(instant), form === 'date' ? dates.day(instant) : dates.weekday(instant))
  }
  if (promise.isLate) return { aim: say.unknown(phone), promised: { kind: 'late' } }
  if (!promise.dueAt || promise.form === 'unknown') {
    return { aim: say.unknown(phone), promised: { kind: 'unknown', phone } }
  }
  const when = phrase(say.by, promise.dueAt, promise.form)
  const aim = say.aim(when)
  if (!promise.opensAt || !promise.opensForm) return { aim, promised: { kind: 'by', when } }
  const opens = phrase(say.opens, promise.opensAt, promise.opensForm)
  const holiday =
    promise.holidayName && (say.holidays[promise.holidayName.replace(' (substitute day)', '')] ?? promise.holidayName)
  return {
    aim,
    promised: holiday ? { kind: 'holiday', holiday, team, opens, when } : { kind: 'closed', team, opens, when },
  }
}
