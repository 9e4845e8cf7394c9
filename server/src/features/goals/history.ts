import { listGoalHistory } from '@weft/contract/goals/operations.ts'
import type { GoalVersion } from '@weft/contract/goals/shapes.ts'
import type { Selectable } from 'kysely'
import { handle } from '../../platform/feature.ts'
import { Refused } from '../../platform/runner.ts'
import type { GoalVersionTable } from './tables.ts'

/** The owner's alone: what they share is how a goal stands, never what it was. */
export const history = handle(listGoalHistory, async (ctx, input) => {
  const { personId } = await ctx.require<{ personId: string }>('own.read', input)
  const { db } = ctx.tx
  const goal = await db
    .selectFrom('goal')
    .select('id')
    .where('id', '=', input.goalId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  if (!goal) throw new Refused('no_relation')
  const rows = await db
    .selectFrom('goal_version')
    .selectAll()
    .where('goal_id', '=', input.goalId)
    .orderBy('number', 'desc')
    .limit(500)
    .execute()
  return { versions: rows.map(toVersion) }
})

export const toVersion = ({ at, act, was }: Selectable<GoalVersionTable>): GoalVersion => ({
  at: at.toISOString(),
  act,
  ...was,
})
