import type { TeamSuggestion } from '@weft/contract/goals/shapes.ts'
import { listSuggestedGoals, newestFirst, suggestedGoalsChannel, suggestGoal } from '@weft/contract/goals/team.ts'
import { ProblemError } from '@weft/contract/problem.ts'
import type { Selectable } from 'kysely'
import { type Ctx, handle, publication } from '../../platform/feature.ts'
import type { AccountScope } from '../../platform/scope.ts'
import { publishOwn } from '../own/own-change.ts'
import { toSuggestion } from './goal-rows.ts'
import type { Standing } from './policy.ts'
import type { SuggestedGoalTable } from './tables.ts'

type Row = Selectable<SuggestedGoalTable> & { service_name: string; is_shared: boolean }

/** What this team suggested and what came of it; nothing of what other teams did, or of what the person keeps to themself. */
export const list = handle(listSuggestedGoals, async (ctx, input) => {
  const { personId } = await ctx.require<Standing>('suggestedGoal.read', input)
  const rows = await loadSuggestions(ctx, 's.person_id = $1 and s.service_id = $2', [personId, input.serviceId])
  return { suggestions: rows.map(toTeam).sort(newestFirst) }
})

/** Repeating is safe. The person's devices hear of it, and the team's screens. */
export const offer = handle(suggestGoal, async (ctx, input) => {
  const { personId } = await ctx.require<Standing>('suggestedGoal.write', input)
  const { suggestionId, serviceId, words, why, type } = input
  const { accountId, hat } = ctx.scope as AccountScope
  await refuseAGoalsId(ctx, suggestionId, serviceId)
  const { rowCount } = await ctx.tx.asSystem('access', () =>
    ctx.tx.query(
      `insert into suggested_goal (id, person_id, service_id, words, why, type, by_name, by_role, controller_id, legal_basis,
         retention_class, created_at, created_by, created_hat)
       select $1, e.person_id, e.service_id, $4, $5, $6, a.display_name, st.job_title, e.controller_id, e.legal_basis,
         e.retention_class, $7, a.id, $9
       from enrolment e, account a join staff st on st.account_id = a.id
       where e.person_id = $2 and e.service_id = $3 and e.state in ('active', 'ending') and a.id = $8
       on conflict (id) do nothing`,
      [suggestionId, personId, serviceId, words, why ?? null, type, ctx.now, accountId, hat],
    ),
  )
  const [row] = await loadSuggestions(ctx, 's.id = $1', [suggestionId])
  if (!row || row.created_by !== accountId) throw new ProblemError('id-taken')
  if (rowCount === 1) {
    await publishOwn(ctx, personId, 'suggestion.offered', toSuggestion(row))
    await refreshSuggestions(ctx, [suggestionId])
    return toTeam(row)
  }
  const isSame =
    row.words === words && (row.why ?? undefined) === why && row.type === type && row.person_id === personId
  if (!isSame || row.service_id !== serviceId) throw new ProblemError('same-id-other-words')
  return toTeam(row)
})

/**
 * A suggestion becomes a goal under its own id, so it may not carry that of a goal: a team could know only those once shared with it, and of them
 * it is told the same whatever became of them.
 */
async function refuseAGoalsId(ctx: Ctx, suggestionId: string, serviceId: string): Promise<void> {
  const { rowCount } = await ctx.tx.asSystem('access', () =>
    ctx.tx.query(
      `select from share_grant where scope = 'goal:' || $1::text and service_id = $2
       union all select from goal where id = $1::uuid and not exists (select from suggested_goal where id = $1::uuid)`,
      [suggestionId, serviceId],
    ),
  )
  const isKnown = await loadSuggestions(ctx, 's.id = $1', [suggestionId])
  if (Number(rowCount) > 0 && isKnown.length === 0) throw new ProblemError('id-taken')
}

/** The person's answer. Whether a yes is shared is theirs to say; until then the team reads of a yes and of a no alike. */
export async function answerSuggestion(ctx: Ctx, suggestionId: string, state: 'accepted' | 'declined'): Promise<void> {
  await ctx.tx.query(
    `update suggested_goal set state = $2, answered_at = $3, version = version + 1 where id = $1 and state = 'offered'`,
    [suggestionId, state, ctx.now],
  )
  await refreshSuggestions(ctx, [suggestionId])
}

/** A service that is over offers nothing more: what was not answered can be answered no longer, and the person's devices drop it. */
export async function closeSuggestions(ctx: Ctx, personId: string, serviceId: string): Promise<void> {
  const close = async (table: 'suggested_goal' | 'suggested_step') => {
    const { rows } = await ctx.tx.asSystem('access', () =>
      ctx.tx.query(
        `update ${table} set state = 'closed', answered_at = $3, version = version + 1
         where person_id = $1 and service_id = $2 and state = 'offered' returning id`,
        [personId, serviceId, ctx.now],
      ),
    )
    return rows.map(({ id }) => id as string).sort()
  }
  const goals = await close('suggested_goal')
  for (const suggestionId of goals) await publishOwn(ctx, personId, 'suggestion.answered', { suggestionId })
  for (const suggestionId of await close('suggested_step'))
    await publishOwn(ctx, personId, 'stepSuggestion.answered', { suggestionId })
  await refreshSuggestions(ctx, goals)
}

/** Tells the teams how their suggestions stand now. */
export async function refreshSuggestions(ctx: Ctx, suggestionIds: readonly string[]): Promise<void> {
  if (suggestionIds.length === 0) return
  const rows = await loadSuggestions(ctx, 's.id = any ($1)', [suggestionIds])
  await ctx.publishAll(
    rows.map((row) =>
      publication(
        suggestedGoalsChannel,
        { personId: row.person_id, serviceId: row.service_id },
        'suggestion.changed',
        toTeam(row),
        { subjectId: row.person_id },
      ),
    ),
  )
}

async function loadSuggestions(ctx: Ctx, where: string, values: unknown[]): Promise<Row[]> {
  const { rows } = await ctx.tx.asSystem('access', () =>
    ctx.tx.query(
      `select s.*, service.plain_name as service_name,
         exists (select from goal_shared g where g.goal_id = s.id and g.service_id = s.service_id) as is_shared
       from suggested_goal s join service on service.id = s.service_id where ${where}`,
      values,
    ),
  )
  return rows
}

const toTeam = (row: Row): TeamSuggestion => {
  const { serviceId: _, serviceName: __, ...suggestion } = toSuggestion(row)
  const answered = row.is_shared ? 'taken_up' : 'not_taken_up'
  return { ...suggestion, state: row.state === 'offered' ? 'waiting' : answered }
}
