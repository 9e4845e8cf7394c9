import { ProblemError } from '@weft/contract/problem.ts'
import { askToSee, listAsks } from '@weft/contract/sharing/operations.ts'
import { ASK_AGAIN_DAYS } from '@weft/contract/sharing/shapes.ts'
import { type Ctx, handle } from '../../platform/feature.ts'
import type { AccountScope } from '../../platform/scope.ts'
import { publishOwn } from '../own/own-change.ts'
import { type AskRow, DAY_MS, toAsk, toTeamAsk } from './ask-rows.ts'
import { lockChoice } from './start-sharing.ts'

/** Publishes `ask.made` to the person. To the team a refusal and a silence are one: both may be asked again on the same day. */
export const ask = handle(askToSee, async (ctx: Ctx<AccountScope>, input) => {
  const { personId } = await ctx.require<{ personId: string }>('shared.ask', input)
  const { serviceId, askId, scope } = input
  await lockChoice(ctx, [personId, serviceId, scope])
  const known = await findAsk(ctx, 'id = $1', [askId])
  if (known) {
    if (known.created_by !== ctx.scope.accountId) throw new ProblemError('id-taken')
    const isSame = known.person_id === personId && known.service_id === serviceId && known.scope === scope
    if (!isSame) throw new ProblemError('same-id-other-words')
    return toTeamAsk(known)
  }
  const lately = new Date(ctx.now.getTime() - ASK_AGAIN_DAYS * DAY_MS)
  const about = [personId, serviceId, scope]
  const isAsked = await findAsk(ctx, 'person_id = $1 and service_id = $2 and scope = $3 and created_at > $4', [
    ...about,
    lately,
  ])
  if (isAsked || (await isShared(ctx, about))) throw new ProblemError('wrong-state')
  const row = await store(ctx, askId, about)
  await publishOwn(ctx, personId, 'ask.made', toAsk(row))
  return toTeamAsk(row)
})

export const list = handle(listAsks, async (ctx, input) => {
  const { personId } = await ctx.require<{ personId: string }>('shared.listAsks', input)
  const lately = new Date(ctx.now.getTime() - ASK_AGAIN_DAYS * DAY_MS)
  const { rows } = await ctx.tx.asSystem('access', () =>
    ctx.tx.query(
      `select * from share_ask where person_id = $1 and service_id = $2 and created_at > $3 order by created_at desc, id`,
      [personId, input.serviceId, lately],
    ),
  )
  return { asks: rows.map(toTeamAsk) }
})

async function findAsk(ctx: Ctx, where: string, values: unknown[]): Promise<AskRow | undefined> {
  const { rows } = await ctx.tx.asSystem('access', () =>
    ctx.tx.query(`select * from share_ask where ${where} limit 1`, values),
  )
  return rows[0]
}

async function isShared(ctx: Ctx, about: unknown[]): Promise<boolean> {
  const { rowCount } = await ctx.tx.asSystem('access', () =>
    ctx.tx.query(
      `select from share_grant where person_id = $1 and service_id = $2 and scope = $3 and state = 'granted'`,
      about,
    ),
  )
  return Number(rowCount) > 0
}

async function store(ctx: Ctx<AccountScope>, askId: string, about: unknown[]): Promise<AskRow> {
  const { rows } = await ctx.tx.asSystem('access', () =>
    ctx.tx.query(
      `insert into share_ask (id, person_id, service_id, scope, by_name, by_role, controller_id, legal_basis, retention_class,
         created_at, created_by, created_hat)
       select $1, e.person_id, e.service_id, $4, a.display_name, st.job_title, e.controller_id, e.legal_basis, e.retention_class,
         $5, a.id, $7
       from enrolment e, account a join staff st on st.account_id = a.id
       where e.person_id = $2 and e.service_id = $3 and e.state = 'active' and a.id = $6 limit 1 on conflict (id) do nothing returning *`,
      [askId, ...about, ctx.now, ctx.scope.accountId, ctx.scope.hat],
    ),
  )
  // Somebody who is leaving is asked for nothing more.
  if (!rows[0]) throw new ProblemError('wrong-state')
  return rows[0]
}
