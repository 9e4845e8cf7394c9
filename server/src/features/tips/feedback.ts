import { dueAt } from '@weft/contract/conversations/expected-reply.ts'
import { localDate } from '@weft/contract/conversations/zone-time.ts'
import type { ServiceHours } from '@weft/contract/organisations/shapes.ts'
import { ProblemError } from '@weft/contract/problem.ts'
import { PERSON_ZONE } from '@weft/contract/scalars.ts'
import { ANSWERED_IN_DAYS, sendFeedback } from '@weft/contract/tips/feedback.ts'
import { handle } from '../../platform/feature.ts'
import { bankHolidaysAhead } from '../organisations/service-hours.ts'
import { dayOf } from './content-rows.ts'

const DAY_MINUTES = 8 * 60

/** The editors are at their desk on the working days of England, 9 to 5. */
const desk: ServiceHours = {
  hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, open: '09:00', close: '17:00' })),
  closures: [],
  nation: 'england',
  zone: PERSON_ZONE,
  replyTargetMinutes: ANSWERED_IN_DAYS * DAY_MINUTES,
}

/** The last day on which an answer is in time, counted as replies of teams are (domain.md 4.4). */
export function answerBy(now: Date): string {
  const due = dueAt(now, desk, bankHolidaysAhead(desk.nation, now)) as Date
  return localDate(due.getTime(), desk.zone)
}

/** Public, and whoever's session it came under, nothing of them is kept: `ctx.scope` is not looked at. */
export const send = handle(
  sendFeedback,
  async (ctx, { feedbackId: id, subject, text, email, screen, hat, language }) => {
    await ctx.tx.asSystem('access', async () => {
      const { rowCount } = await ctx.tx.query(
        `insert into feedback (id, subject, words, language, screen, hat, received_on, due_on) values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (id) do nothing`,
        [id, subject, text, language, screen ?? null, hat ?? null, dayOf(ctx.now), answerBy(ctx.now)],
      )
      if (rowCount === 1 && email)
        await ctx.tx.query('insert into feedback_address (feedback_id, email) values ($1, $2)', [id, email])
      if (rowCount === 1) return
      const { rowCount: isSame } = await ctx.tx.query(
        'select from feedback where id = $1 and subject = $2 and words = $3',
        [id, subject, text],
      )
      if (!isSame) throw new ProblemError('same-id-other-words')
    })
    return {}
  },
)
