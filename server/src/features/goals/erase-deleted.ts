import { UNDO_DAYS } from '@weft/contract/goals/shapes.ts'
import type { Ctx, Job } from '../../platform/feature.ts'
import type {} from '../access/facts.ts'
import { publishOwn } from '../own/own-change.ts'
import { refreshSuggestions } from './suggestions.ts'

const DAY_MS = 86_400_000
const BATCH = 100

/** What was deleted goes for good once the days of undo are over: the goal with its steps, ratings and all that it was. */
export const eraseDeleted: Job = {
  name: 'goals.erase',
  everySeconds: 3_600,
  async run({ act, now }) {
    const before = new Date(now().getTime() - UNDO_DAYS * DAY_MS)
    while ((await act('jobs', (ctx) => eraseGoals(ctx, before))) === BATCH);
    while ((await act('jobs', (ctx) => eraseSteps(ctx, before))) === BATCH);
  },
}

const dueSql = (table: 'goal' | 'goal_step') =>
  `select * from ${table} where deleted_at <= $1 order by id limit ${BATCH} for update skip locked`

async function eraseGoals(ctx: Ctx, before: Date): Promise<number> {
  const { rows } = await ctx.tx.query(dueSql('goal'), [before])
  const ids = rows.map((row) => row.id as string)
  await ctx.tx.asSystem('erasure', () => forget(ctx, ids))
  for (const { id: goalId, person_id: personId } of rows) await publishOwn(ctx, personId, 'goal.erased', { goalId })
  for (const { id, person_id: personId } of rows)
    await ctx.announce('personal.erased', { personId, scope: `goal:${id}` })
  await refreshSuggestions(
    ctx,
    rows.filter((row) => row.origin === 'suggested').map((row) => row.id as string),
  )
  return rows.length
}

async function eraseSteps(ctx: Ctx, before: Date): Promise<number> {
  const { rows } = await ctx.tx.query(dueSql('goal_step'), [before])
  const ids = rows.map((row) => row.id as string)
  await ctx.tx.asSystem('erasure', async () => {
    await ctx.tx.query(`delete from goal_version where was #>> '{step,stepId}' = any ($1)`, [ids])
    await ctx.tx.query('delete from goal_step where id = any ($1)', [ids])
  })
  for (const { id: stepId, person_id: personId } of rows) await publishOwn(ctx, personId, 'step.erased', { stepId })
  return rows.length
}

/** Leaves nothing of these goals. Run as the worker 'erasure'. */
export async function forget(ctx: Ctx, goalIds: readonly string[]): Promise<void> {
  for (const table of ['suggested_step', 'goal_version', 'goal_rating', 'goal_step'])
    await ctx.tx.query(`delete from ${table} where goal_id = any ($1)`, [goalIds])
  await ctx.tx.query('delete from goal where id = any ($1)', [goalIds])
}
