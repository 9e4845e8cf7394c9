import { ProblemError } from '@weft/contract/problem.ts'
import {
  addProblem,
  pauseProblem,
  renameProblem,
  resumeProblem,
  retireProblem,
} from '@weft/contract/trackers/operations.ts'
import { ACTIVE_PROBLEMS_MAX, type ProblemState } from '@weft/contract/trackers/shapes.ts'
import type { Ctx } from '../../platform/feature.ts'
import { Refused } from '../../platform/runner.ts'
import type { AccountScope } from '../../platform/scope.ts'
import { handleOwn, publishOwn } from '../own/own-change.ts'
import { keepVersion, takeTurns, tellSharers } from './keep.ts'
import { toProblem } from './rows.ts'
import type { TrackerTable } from './tables.ts'

export const add = handleOwn(addProblem, async (ctx, { problemId, words }, personId) => {
  await takeTurns(ctx, personId)
  await refuseSixth(ctx, personId)
  const { rows } = await ctx.tx.query(
    `insert into tracker (id, person_id, kind, words, created_at, created_by, created_hat)
     values ($1, $2, 'problem', $3, $4, $5, $6) on conflict (id) do nothing returning *`,
    [problemId, personId, words, ctx.now, ctx.scope.accountId, ctx.scope.hat],
  )
  if (!rows[0]) throw new ProblemError('id-taken')
  await tell(ctx, personId, rows[0])
})

export const rename = handleOwn(renameProblem, async (ctx, { problemId, words, baseVersion }, personId) => {
  await takeTurns(ctx, personId)
  const before = await problemOf(ctx, personId, problemId)
  if (before.words === words) return
  if (baseVersion < before.version) throw new ProblemError('conflict')
  await change(ctx, personId, before, { words })
})

/** Of what two devices said the last to arrive holds; nothing made offline is refused for arriving late. */
const move =
  (state: ProblemState) => async (ctx: Ctx<AccountScope>, input: { problemId: string }, personId: string) => {
    await takeTurns(ctx, personId)
    const before = await problemOf(ctx, personId, input.problemId)
    if (before.state === state) return
    if (state === 'active') await refuseSixth(ctx, personId)
    await change(ctx, personId, before, { state })
  }

export const pause = handleOwn(pauseProblem, move('paused'))
export const retire = handleOwn(retireProblem, move('retired'))
export const resume = handleOwn(resumeProblem, move('active'))

/** `version` counts changes of the words alone: two devices that move a problem have nothing to settle. */
async function change(
  ctx: Ctx<AccountScope>,
  personId: string,
  before: TrackerTable,
  { words = before.words, state = before.state }: { words?: string | null; state?: ProblemState },
): Promise<void> {
  await keepVersion(ctx, personId, 'problem', before.id, toProblem(before))
  const { rows } = await ctx.tx.query(
    `update tracker set words = $2, state = $3, version = version + (words is distinct from $2)::int where id = $1 returning *`,
    [before.id, words, state],
  )
  await tell(ctx, personId, rows[0])
}

async function tell(ctx: Ctx, personId: string, row: TrackerTable): Promise<void> {
  await publishOwn(ctx, personId, 'problem.changed', toProblem(row))
  await tellSharers(ctx, personId, `problem:${row.id}`, row.visibility)
}

async function refuseSixth(ctx: Ctx, personId: string): Promise<void> {
  const { rowCount } = await ctx.tx.query(
    `select from tracker where person_id = $1 and kind = 'problem' and state = 'active'`,
    [personId],
  )
  if ((rowCount ?? 0) >= ACTIVE_PROBLEMS_MAX)
    throw new ProblemError('wrong-state', { detail: 'Five are tracked at once. Pause one first.' })
}

/** A problem of this person; anybody else's, or none, is not found. */
export async function problemOf(ctx: Ctx, personId: string, problemId: string): Promise<TrackerTable> {
  const { rows } = await ctx.tx.query(
    `select * from tracker where id = $1 and person_id = $2 and kind = 'problem' for update`,
    [problemId, personId],
  )
  if (!rows[0]) throw new Refused('no_relation')
  return rows[0]
}
