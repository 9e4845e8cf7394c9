import { seeComments } from '@weft/contract/goals/operations.ts'
import { COMMENTS_MAX, type TeamComment } from '@weft/contract/goals/shapes.ts'
import { withdrawComment, writeComment } from '@weft/contract/goals/team.ts'
import { ProblemError } from '@weft/contract/problem.ts'
import { type Ctx, handle } from '../../platform/feature.ts'
import { Refused } from '../../platform/runner.ts'
import type { AccountScope } from '../../platform/scope.ts'
import type {} from '../access/facts.ts'
import { handleOwn, publishOwn } from '../own/own-change.ts'
import { toComment, toTeamComment } from './goal-rows.ts'
import { lockGoals } from './load-goals.ts'
import type { Standing } from './policy.ts'

interface About {
  personId: string
  serviceId: string
  goalId: string
}

/** Repeating is safe, taken back meanwhile or not. The person's devices hear of it, and this team's screens; nobody else's move. */
export const write = handle(writeComment, async (ctx: Ctx<AccountScope>, input) => {
  const { personId } = await ctx.require<Standing>('goal.assist', input)
  const { commentId, serviceId, goalId, text } = input
  const { accountId, hat } = ctx.scope
  await ctx.tx.asSystem('access', async () => {
    await lockGoals(ctx, personId)
    const goal = await needShared(ctx, { personId, serviceId, goalId })
    const { rows } = await ctx.tx.query('select * from goal_comment where id = $1', [commentId])
    const [earlier] = rows
    if (earlier) {
      if (earlier.created_by !== accountId) throw new ProblemError('id-taken')
      const isSame = earlier.words === text && earlier.goal_id === goalId && earlier.service_id === serviceId
      if (!isSame) throw new ProblemError('same-id-other-words')
      return
    }
    // What somebody has let go is at rest.
    if (goal.state === 'let_go' || goal.comments >= COMMENTS_MAX) throw new ProblemError('wrong-state')
    const { rows: made } = await ctx.tx.query(
      `insert into goal_comment (id, person_id, service_id, goal_id, words, by_name, by_role, controller_id, legal_basis,
         retention_class, created_at, created_by, created_hat)
       select $1, e.person_id, e.service_id, $4, $5, a.display_name, st.job_title, e.controller_id, e.legal_basis,
         e.retention_class, $6, a.id, $8
       from enrolment e, account a join staff st on st.account_id = a.id
       where e.person_id = $2 and e.service_id = $3 and e.state in ('active', 'ending') and a.id = $7
       limit 1 on conflict (id) do nothing
       returning *, (select plain_name from service where id = $3) as service_name`,
      [commentId, personId, serviceId, goalId, text, ctx.now, accountId, hat],
    )
    if (!made[0]) throw new ProblemError('id-taken')
    await publishOwn(ctx, personId, 'goalComment.written', toComment(made[0]))
    await tellTeam(ctx, { personId, serviceId, goalId }, goal.type)
  })
  return {}
})

/** Its words stay in the service's record and leave every screen. */
export const withdraw = handle(withdrawComment, async (ctx: Ctx<AccountScope>, input) => {
  const { personId } = await ctx.require<Standing>('goal.assist', input)
  const { commentId, serviceId, goalId } = input
  await ctx.tx.asSystem('access', async () => {
    await lockGoals(ctx, personId)
    const goal = await needShared(ctx, { personId, serviceId, goalId })
    const { rows } = await ctx.tx.query(
      'select withdrawn_at from goal_comment where id = $1 and goal_id = $2 and service_id = $3 and created_by = $4',
      [commentId, goalId, serviceId, ctx.scope.accountId],
    )
    if (!rows[0]) throw new Refused('no_relation')
    if (rows[0].withdrawn_at) return
    await ctx.tx.query('update goal_comment set withdrawn_at = $2, version = version + 1 where id = $1', [
      commentId,
      ctx.now,
    ])
    await publishOwn(ctx, personId, 'goalComment.withdrawn', { commentId })
    await tellTeam(ctx, { personId, serviceId, goalId }, goal.type)
  })
  return {}
})

/** The person's own devices agree about what is new; no team hears of it. */
export const see = handleOwn(seeComments, async (ctx, { goalId, commentId }, personId) => {
  const { rows } = await ctx.tx.query(
    `update goal_comment c set seen_at = $4 from goal_comment last
     where last.id = $3 and last.goal_id = $2 and last.person_id = $1 and c.goal_id = $2 and c.person_id = $1
       and (c.created_at, c.id) <= (last.created_at, last.id) and c.seen_at is null and c.withdrawn_at is null
     returning c.id`,
    [personId, goalId, commentId, ctx.now],
  )
  const seen = rows.map((row) => row.id as string).sort()
  if (seen.length > 0) await publishOwn(ctx, personId, 'goalComment.seen', { commentIds: seen })
})

/** What one service's team wrote about goals that it reads just now, the oldest first. */
export async function listComments(
  ctx: Ctx,
  { serviceId, goalIds }: { serviceId: string; goalIds: readonly string[] },
  askerId: string,
): Promise<TeamComment[]> {
  const { rows } = await ctx.tx.asSystem('access', () =>
    ctx.tx.query(
      `select * from goal_comment where service_id = $1 and goal_id = any ($2) and withdrawn_at is null order by created_at, id`,
      [serviceId, goalIds],
    ),
  )
  return rows.map((row) => toTeamComment(row, askerId))
}

/** Asked again once nothing of the person's goals can move: a stop that came first holds. */
async function needShared(ctx: Ctx, { personId, serviceId, goalId }: About) {
  const { rows } = await ctx.tx.query(
    `select g.state, g.type, (
       select count(*)::int from goal_comment c where c.goal_id = g.id and c.service_id = s.service_id and c.withdrawn_at is null
     ) as comments
     from goal_shared s join goal g on g.id = s.goal_id
     where s.goal_id = $1 and s.person_id = $2 and s.service_id = $3`,
    [goalId, personId, serviceId],
  )
  if (!rows[0]) throw new Refused('not_shared')
  return rows[0] as { state: string; type: string; comments: number }
}

/** That team reads again. To any other that reads the goal nothing has moved. */
const tellTeam = (ctx: Ctx, { personId, serviceId, goalId }: About, type: string) =>
  ctx.announce('personal.changed', {
    personId,
    scope: `goal:${goalId}`,
    isShared: true,
    alsoUnder: [`goals:${type}`],
    serviceId,
  })
