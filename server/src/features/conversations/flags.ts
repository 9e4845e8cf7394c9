import { deskChannel } from '@weft/contract/conversations/channel.ts'
import { acknowledgeFlag, byNeed, closeFlag, listFlags, type RiskFlag } from '@weft/contract/conversations/flags.ts'
import { ProblemError } from '@weft/contract/problem.ts'
import { type Ctx, handle } from '../../platform/feature.ts'
import { Refused } from '../../platform/runner.ts'
import type { AccountScope } from '../../platform/scope.ts'
import type { Standing } from './policy.ts'
import type { RiskFlagTable } from './tables.ts'

type Asked = Ctx<AccountScope>

/**
 * Open flags of the conversations whose team the asker belongs to, under the hat they wear; an audit row for each. Where a conversation is over
 * it has no team, and a flag that is open at the end or comes after it is its service's coordinators'.
 */
export const list = handle(listFlags, async (ctx: Asked) => {
  await ctx.require('flag.list', {})
  const { rows } = await ctx.tx.query(
    `select f.*, c.state as conversation_state, case when c.state = 'closed' then p.known_as end as former_name
     from risk_flag f join conversation c on c.id = f.conversation_id left join person p on p.id = f.person_id
     where f.closed_at is null and (
       exists (select from conversation_member m
         where m.conversation_id = c.id and m.account_id = $1 and m.hat = $2 and m.is_team and m.last_number is null)
       or c.state = 'closed' and $2 = 'coordinator' and exists (select from inbox_team i
         where i.service_id = c.service_id and i.account_id = $1 and i.hat = 'coordinator'))`,
    [ctx.scope.accountId, ctx.scope.hat],
  )
  await ctx.disclose(
    rows.map((row: RiskFlagTable & { conversation_state: string }) => ({
      personId: row.person_id,
      recordClass: 'service',
      itemKind: 'risk_flag',
      itemId: row.id,
      action: 'read',
      reasonCode: row.conversation_state === 'closed' ? 'ended_coordinator' : 'team',
      serviceId: row.service_id,
      hiddenFromPerson: true,
    })),
  )
  const flags = rows.map((row) => ({ ...toFlag(row), ...(row.former_name && { formerName: row.former_name }) }))
  return { flags: flags.sort(byNeed) }
})

/** Taking it up twice, or two at once, leaves the first name standing. */
export const acknowledge = handle(acknowledgeFlag, async (ctx: Asked, input) => {
  const { flag, name } = await openFlag(ctx, input)
  if (flag.acknowledged_at) return toFlag(flag)
  return change(ctx, flag, { acknowledged_by: ctx.scope.accountId, acknowledged_name: name })
})

/** Closing is taking up as well, where nobody had. Publishes `flag.changed`. */
export const close = handle(closeFlag, async (ctx: Asked, input) => {
  const { flag, name } = await openFlag(ctx, input)
  const by = { closed_by: ctx.scope.accountId, closed_name: name, outcome: input.outcome, note: input.note ?? null }
  const taken = flag.acknowledged_at ? {} : { acknowledged_by: ctx.scope.accountId, acknowledged_name: name }
  return change(ctx, flag, { ...taken, ...by })
})

/** The flags of one conversation that nobody has closed. */
export async function openFlagsOf(ctx: Ctx, conversationId: string): Promise<RiskFlag[]> {
  const { rows } = await ctx.tx.query('select * from risk_flag where conversation_id = $1 and closed_at is null', [
    conversationId,
  ])
  return rows.map(toFlag).sort(byNeed)
}

/** An open flag, and the asker's name as the thread knows them, or as their account has it. */
async function openFlag(
  ctx: Asked,
  input: { conversationId: string; flagId: string },
): Promise<{ flag: RiskFlagTable; name: string }> {
  const { member } = await ctx.require<Standing>('flag.settle', input)
  const { rows } = await ctx.tx.query('select * from risk_flag where id = $1 and conversation_id = $2 for update', [
    input.flagId,
    input.conversationId,
  ])
  const flag: RiskFlagTable | undefined = rows[0]
  if (!flag) throw new Refused('no_relation')
  if (flag.closed_at) throw new ProblemError('wrong-state')
  return { flag, name: member?.name ?? (await accountName(ctx)) }
}

async function accountName(ctx: Asked): Promise<string> {
  const { rows } = await ctx.tx.query('select display_name from account where id = $1', [ctx.scope.accountId])
  return rows[0]?.display_name ?? ''
}

async function change(ctx: Ctx, flag: RiskFlagTable, changes: Partial<RiskFlagTable>): Promise<RiskFlag> {
  const stored = await ctx.tx.db
    .updateTable('risk_flag')
    .set({
      ...changes,
      ...(changes.acknowledged_by && { acknowledged_at: ctx.now }),
      ...(changes.closed_by && { closed_at: ctx.now }),
      version: flag.version + 1,
    })
    .where('id', '=', flag.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  const changed = toFlag(stored)
  await tellDesk(ctx, changed)
  return changed
}

export async function tellDesk(ctx: Ctx, flag: RiskFlag): Promise<void> {
  const { conversationId, personId } = flag
  await ctx.publish(deskChannel, { conversationId }, 'flag.changed', flag, { subjectId: personId })
}

export function toFlag(row: RiskFlagTable): RiskFlag {
  return {
    flagId: row.id,
    conversationId: row.conversation_id,
    personId: row.person_id,
    source: row.source,
    level: row.level,
    openedAt: row.opened_at.toISOString(),
    ...(row.wants_call && { wantsCall: true }),
    ...(row.acknowledged_at && {
      acknowledged: { by: row.acknowledged_name ?? '', at: row.acknowledged_at.toISOString() },
    }),
    ...(row.closed_at &&
      row.outcome && {
        closed: {
          by: row.closed_name ?? '',
          at: row.closed_at.toISOString(),
          outcome: row.outcome,
          ...(row.note && { note: row.note }),
        },
      }),
  }
}
