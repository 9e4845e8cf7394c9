import type { DayForm, ReplyPromise } from '@weft/contract/conversations/expected-reply.ts'
import { createDates } from './dates.ts'
import type { Words } from './words.ts'

/** What a promise of a reply reads as. Times are the service's, since it is the service that opens and closes. */
export interface PromiseWords {
  /** Before sending, inside the notice: “We aim to answer by 4pm tomorrow.” */
  aim: string
  /** Beside the composer and after sending. */
  said: string
}

export function promiseWords(
  promise: ReplyPromise,
  about: { team: string; phone: string; zone: string },
  words: Words,
  now: () => Date = () => new Date(),
): PromiseWords {
  const say = words.conversation.promise
  const dates = createDates({ language: words.language.code, zone: about.zone, now })
  const weekday = new Intl.DateTimeFormat(words.language.code === 'en' ? 'en-GB' : words.language.code, {
    weekday: 'long',
    timeZone: about.zone,
  })
  const phrase = (forms: Record<DayForm, (time: string, day: string) => string>, at: Date, form: DayForm) => {
    const day = form === 'date' ? dates.day(at.toISOString()) : weekday.format(at)
    return forms[form](dates.time(at.toISOString()), day)
  }
  const unknown = say.unknown(about.phone)
  if (promise.isLate) return { aim: unknown, said: say.late }
  if (!promise.dueAt || promise.form === 'unknown') return { aim: unknown, said: unknown }

  const by = phrase(say.by, promise.dueAt, promise.form)
  const parts = [
    !promise.isOpen && say.closed(about.team),
    promise.holidayName && say.holiday(promise.holidayName),
    promise.opensAt && promise.opensForm && phrase(say.opens, promise.opensAt, promise.opensForm),
    say.hear(by),
  ]
  return { aim: say.aim(by), said: parts.filter(Boolean).join(' ') }
}
