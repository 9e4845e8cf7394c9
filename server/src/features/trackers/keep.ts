import { ProblemError } from '@weft/contract/problem.ts'
import { type DayFault, dayFault } from '@weft/contract/trackers/days.ts'
import type { Ctx } from '../../platform/feature.ts'
import type { AccountScope } from '../../platform/scope.ts'
import type { VersionKind } from './tables.ts'

/** What every command of trackers does besides its own words: takes turns, keeps what was said before, and tells who shares it. */

/** One act of a person at a time, to the commit: of two devices that log the same night the second sees what the first said. */
export function takeTurns(ctx: Ctx, personId: string): Promise<unknown> {
  return ctx.tx.query('select pg_advisory_xact_lock(hashtextextended($1, 7210510))', [personId], 'trackers-turn')
}

/** Keeps what a row said until now. */
export async function keepVersion(
  ctx: Ctx<AccountScope>,
  personId: string,
  kind: VersionKind,
  itemId: string,
  was: unknown,
): Promise<void> {
  await ctx.tx.query(
    `insert into tracker_version (person_id, kind, item_id, was, until, changed_by) values ($1, $2, $3, $4, $5, $6)`,
    [personId, kind, itemId, JSON.stringify(was), ctx.now, ctx.scope.accountId],
  )
}

/** Whether what is made now in this scope starts shared. */
export async function visibilityOf(ctx: Ctx, personId: string, kind: 'sleep' | 'mood'): Promise<'private' | 'shared'> {
  const { rows } = await ctx.tx.query('select visibility from tracker where person_id = $1 and kind = $2', [
    personId,
    kind,
  ])
  return rows[0]?.visibility ?? 'private'
}

export function tellSharers(ctx: Ctx, personId: string, scope: string, visibility: 'private' | 'shared') {
  return ctx.announce('personal.changed', { personId, scope, isShared: visibility === 'shared' })
}

const faults: Record<DayFault, string> = {
  'too-long-ago': 'more than 7 days before it was recorded',
  'in-the-future': 'in the future',
}

/** A day that may still be logged or changed, counted from when the device recorded it. */
export function requireDay(ctx: Ctx, day: { forDate: string; recordedAt: string }): void {
  const fault = dayFault(day, ctx.now)
  if (fault) throw notAcceptable('forDate', faults[fault])
}

export const notAcceptable = (path: string, message: string) =>
  new ProblemError('not-acceptable', { fields: [{ path, message }] })
