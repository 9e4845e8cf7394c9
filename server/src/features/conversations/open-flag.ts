import type { FlagLevel, RiskFlag } from '@weft/contract/conversations/flags.ts'
import type { Ctx } from '../../platform/feature.ts'
import { tellDesk, toFlag } from './flags.ts'
import { GATHER_INBOX } from './post.ts'
import type { RiskFlagTable } from './tables.ts'

/** Something that a person did says that they may be at risk; announced once for each act. */
export interface RiskSeen {
  personId: string
  serviceId: string
  /** What says so: several acts about one thing are one flag, while it is open. */
  aboutId: string
  source: RiskFlag['source']
  level: FlagLevel
  wantsCall?: boolean
}

/**
 * Opens a flag at the person's conversation with that service, or raises the one that is open: never lowers it, and a wish for a call is not
 * taken back. Publishes `flag.changed` to the team's desk and has the inbox tell its lists that something moved.
 */
export async function openFlag(ctx: Ctx, seen: RiskSeen): Promise<void> {
  await ctx.tx.asSystem('access', async () => {
    const row = (await raise(ctx, seen)) ?? (await open(ctx, seen))
    if (!row) return
    await tellDesk(ctx, toFlag(row))
    // Below nought and falling: never the number of an event, so whoever gathers just now sees that something changed.
    await ctx.tx.query(
      `update conversation set is_ungathered = true, changed_number = least(changed_number, 0) - abs(changed_number) - 1
       where id = $1`,
      [row.conversation_id],
    )
  })
  ctx.wake(GATHER_INBOX)
}

async function raise(ctx: Ctx, { aboutId, level, wantsCall }: RiskSeen): Promise<RiskFlagTable | undefined> {
  const { rows } = await ctx.tx.query(
    `update risk_flag set level = case when $2 = 'urgent' then 'urgent' else level end, wants_call = wants_call or $3,
       version = version + 1
     where about_id = $1 and closed_at is null returning *`,
    [aboutId, level, wantsCall === true],
  )
  return rows[0]
}

async function open(ctx: Ctx, seen: RiskSeen): Promise<RiskFlagTable | undefined> {
  const { rows } = await ctx.tx.query(
    `insert into risk_flag (id, person_id, service_id, conversation_id, about_id, source, level, wants_call, opened_at,
       controller_id, legal_basis, retention_class)
     select gen_random_uuid(), c.person_id, c.service_id, c.id, $3, $4, $5, $6, $7, c.controller_id, c.legal_basis, c.retention_class
     from conversation c where c.person_id = $1 and c.service_id = $2 and c.kind = 'person_team'
     order by c.state = 'open' desc, c.created_at desc limit 1
     returning *`,
    [seen.personId, seen.serviceId, seen.aboutId, seen.source, seen.level, seen.wantsCall === true, ctx.now],
  )
  return rows[0]
}
