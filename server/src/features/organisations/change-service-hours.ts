import { changeServiceHours } from '@weft/contract/organisations/operations.ts'
import type { OpenInterval } from '@weft/contract/organisations/shapes.ts'
import { ProblemError } from '@weft/contract/problem.ts'
import { handle } from '../../platform/feature.ts'
import { describeService } from './describe.ts'

/** Changes what was given and leaves the rest. Announces `service.changed`. */
export const changeHours = handle(changeServiceHours, async (ctx, input) => {
  await ctx.require('service.manage', input)
  const { serviceId, version, hours, closures, replyTargetMinutes, messaging } = input
  if (hours) refuseOverlaps(hours)
  const stored = await ctx.tx.db
    .updateTable('service')
    .set((eb) => ({
      ...(hours && { hours: JSON.stringify(inOrder(hours)) }),
      ...(closures && { closures: [...new Set(closures)].sort() }),
      ...(replyTargetMinutes && { reply_target_minutes: replyTargetMinutes }),
      ...(messaging && { messaging }),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', serviceId)
    .$if(version !== undefined, (query) => query.where('version', '=', version as number))
    .executeTakeFirst()
  if (stored.numUpdatedRows === 0n) throw new ProblemError('conflict')
  await ctx.announce('service.changed', { serviceId })
  return describeService(ctx, serviceId)
})

const inOrder = (hours: readonly OpenInterval[]) =>
  [...hours].sort((a, b) => a.weekday - b.weekday || a.open.localeCompare(b.open))

/** Intervals are half-open, end after they begin, and leave each other alone. */
function refuseOverlaps(hours: readonly OpenInterval[]): void {
  const sorted = inOrder(hours)
  const isWrong = sorted.some(({ weekday, open, close }, place) => {
    const before = sorted[place - 1]
    return close <= open || (before?.weekday === weekday && open < before.close)
  })
  if (isWrong)
    throw new ProblemError('not-acceptable', {
      fields: [{ path: 'hours', message: 'times that end after they begin, and do not overlap' }],
    })
}
